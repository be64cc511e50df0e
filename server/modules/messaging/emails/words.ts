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
  const zone = isTimeZone(timeZone) ? timeZone : "UTC";
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: zone }).format(at);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: zone }).format(at);
  return `${date} at ${time} (${zone})`;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en-GB", { timeZone: name }));
  } catch {
    return false;
  }
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
