import { days, hours, minutes } from "../../../platform/clock";

/** The page at `path` of our own site, with a secret for it if there is one. */
export function linkTo(webUrl: string, path: string, token?: string): string {
  const url = new URL(path, webUrl);
  if (token) url.searchParams.set("token", token);
  return url.href;
}

/** A greeting; the name only where its owner is sure to be the reader, for anyone can sign up with another's address. */
export const greeting = (name: string | null) => (name?.trim() ? `Hello ${name.replace(/\s+/g, " ").trim()},` : "Hello,");

const UNITS = [
  ["day", days(1)],
  ["hour", hours(1)],
  ["minute", minutes(1)],
] as const;

/** A length of time (milliseconds) in the largest unit that holds it at least twice, or in minutes: "24 hours", "7 days". */
export function durationInWords(duration: number): string {
  const [unit, length] = UNITS.find(([, candidate]) => duration >= 2 * candidate) ?? UNITS[2];
  const count = Math.max(1, Math.floor(duration / length));
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** An instant on the reader's own clock: "24 November 2026 at 09:05 (Europe/Berlin)". An unknown zone reads as UTC. */
export function instantInWords(at: Date, timeZone: string): string {
  const zone = zoneOf(timeZone);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: zone }).format(at);
  return `${dateInWords(at, zone)} at ${time} (${zone})`;
}

/** The day of an instant on the reader's own calendar: "24 November 2026". An unknown zone reads as UTC. */
export const dateInWords = (at: Date, timeZone: string) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: zoneOf(timeZone) }).format(at);

const zoneOf = (timeZone: string) => (isTimeZone(timeZone) ? timeZone : "UTC");

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en-GB", { timeZone: name }));
  } catch {
    return false;
  }
}

/** An amount in the smallest unit of its currency, an ISO code in lower case as Stripe writes it. */
export interface Money {
  amount: number;
  currency: string;
}

/**
 * What counts in whole units or in thousandths at Stripe (https://docs.stripe.com/currencies); everything else in hundredths,
 * also where Intl knows no decimals, as for HUF, ISK and UGX: going by Intl would say a hundred times too much.
 */
const WHOLE = new Set(["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"]);
const THOUSANDTHS = new Set(["bhd", "jod", "kwd", "omr", "tnd"]);

/** An amount in full: 9600 eur is "€96.00", 1900 jpy "JP¥1,900". */
export function moneyInWords({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency.toLowerCase());
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency: currency.toUpperCase(), minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return format.format(amount / 10 ** decimals);
}

function decimalsOf(currency: string): number {
  if (WHOLE.has(currency)) return 0;
  return THOUSANDTHS.has(currency) ? 3 : 2;
}

/** In order: those that pretend to be others come first. */
const BROWSERS = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;
const SYSTEMS = [
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
] as const;

/** What somebody seems to use, out of a User-Agent header: "Firefox on Linux". */
export function deviceInWords(userAgent: string | null): string {
  const known = (list: readonly (readonly [RegExp, string])[]) => list.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const [browser, system] = [known(BROWSERS), known(SYSTEMS)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "An unknown device";
}
