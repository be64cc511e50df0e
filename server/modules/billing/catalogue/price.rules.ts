/** What of a price these rules look at. */
interface Offer {
  interval: "MONTH" | "YEAR";
  currency: string;
  unitAmount: number;
  /** Amounts in the other currencies it is sold in. */
  otherCurrencies: Readonly<Record<string, number>>;
}

/** ISO 4217 as Stripe writes it. */
export const readCurrency = (text: string): string => text.trim().toLowerCase();

/** All currencies that it is sold in, in alphabetical order. */
export const currenciesOf = ({ currency, otherCurrencies }: Offer): string[] => [currency, ...Object.keys(otherCurrencies)].sort();

/** The amount in a currency; null where it isn't sold in it. */
export function amountIn({ currency, unitAmount, otherCurrencies }: Offer, asked: string): number | null {
  if (asked === currency) return unitAmount;
  return Object.hasOwn(otherCurrencies, asked) ? (otherCurrencies[asked] ?? null) : null;
}

export const isSoldIn = (offer: Offer, currency: string): boolean => amountIn(offer, currency) !== null;

const ORDER = { MONTH: 0, YEAR: 1 };

/** Month before year. */
export const inOrder = <One extends Offer>(offers: readonly One[]): One[] => [...offers].sort((one, other) => ORDER[one.interval] - ORDER[other.interval]);
