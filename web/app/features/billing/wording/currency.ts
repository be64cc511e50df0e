/** Where people pay in which currency, as far as we may sell in it. */
const BY_REGION: Readonly<Record<string, string>> = { US: "usd", GB: "gbp", JP: "jpy" };
const EURO = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");

/**
 * The currency to show prices in: the one that was asked for, else the first one that the browser's languages hint at
 * ("en-GB" at pounds), else none: the price's own. Only ever one of `sold`.
 */
export function currencyFor(asked: string | null, acceptLanguage: string | null, sold: readonly string[]): string | null {
  const wanted = asked?.toLowerCase();
  if (wanted && sold.includes(wanted)) return wanted;
  const regions = (acceptLanguage ?? "").split(",").slice(0, 8).map((language) => /^\s*[a-z]{2,3}-([A-Z]{2})\b/.exec(language)?.[1]);
  return regions.map(currencyOf).find((currency) => currency !== undefined && sold.includes(currency)) ?? null;
}

function currencyOf(region: string | undefined): string | undefined {
  if (region === undefined) return undefined;
  return EURO.includes(region) ? "eur" : BY_REGION[region];
}
