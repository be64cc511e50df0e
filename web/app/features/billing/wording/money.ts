/** What counts in whole units or in thousandths at Stripe (https://docs.stripe.com/currencies); everything else in hundredths, ISK and UGX too. */
const WHOLE = new Set(["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"]);
const THOUSANDTHS = new Set(["bhd", "jod", "kwd", "omr", "tnd"]);

/** An amount in the currency's smallest unit, in full: 9600 eur is "€96.00", 1900 jpy "JP¥1,900". */
export function money(amount: number, currency: string): string {
  return worded(amount, currency, decimalsOf(currency));
}

/** The same without idle zeros, for price tags: "€96", and "€8.50" where there is something behind the point. */
export function priceTag(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return worded(amount, currency, amount % 10 ** decimals === 0 ? 0 : decimals);
}

/** "EUR, €" for a list to choose from; the code alone where it is its own sign. */
export function currencyName(currency: string): string {
  const code = currency.toUpperCase();
  const sign = format(code, 0).formatToParts(0).find(({ type }) => type === "currency")?.value ?? code;
  return sign === code ? code : `${code}, ${sign}`;
}

/** What a twelfth of a yearly amount is, in the smallest unit, never said smaller than it is. */
export const twelfth = (yearly: number) => Math.ceil(yearly / 12);

function worded(amount: number, currency: string, decimals: number): string {
  return format(currency.toUpperCase(), decimals).format(amount / 10 ** decimalsOf(currency));
}

const format = (code: string, decimals: number) =>
  new Intl.NumberFormat("en-GB", { style: "currency", currency: code, minimumFractionDigits: decimals, maximumFractionDigits: decimals });

function decimalsOf(currency: string): number {
  const code = currency.toLowerCase();
  if (WHOLE.has(code)) return 0;
  return THOUSANDTHS.has(code) ? 3 : 2;
}
