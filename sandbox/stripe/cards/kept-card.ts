import { cardNamed, fingerprintOf, nameOfNumber } from "./test-cards";

/** A card as it may be kept: no number. Plain JSON. */
export interface KeptCard {
  brand: "visa" | "mastercard" | "amex";
  last4: string;
  exp_month: number;
  exp_year: number;
  fingerprint: string;
  /** The test card's name, which says what comes of using it. */
  behaviour: string;
}

export interface TypedCard {
  number: string;
  expMonth: number;
  /** Two or four digits. */
  expYear: number;
  cvc?: string;
}

/** What was typed on a page, without the number; null for anything but Stripe's test cards. */
export function readCard({ number, expMonth, expYear }: TypedCard): KeptCard | null {
  const name = nameOfNumber(number);
  return name === undefined ? null : keptCard(name, { month: expMonth, year: expYear < 100 ? 2000 + expYear : expYear });
}

const VALID_FOR_YEARS = 3;

/** The test card of that name, valid for some years yet. */
export const freshCard = (name: string, now: number): KeptCard => keptCard(name, { month: 12, year: new Date(now * 1000).getUTCFullYear() + VALID_FOR_YEARS });

function keptCard(name: string, { month, year }: { month: number; year: number }): KeptCard {
  const { number, brand } = cardNamed(name);
  return { brand, last4: number.slice(-4), exp_month: month, exp_year: year, fingerprint: fingerprintOf(number), behaviour: name };
}
