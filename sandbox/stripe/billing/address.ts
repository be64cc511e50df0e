import type Stripe from "stripe";

import type { Books } from "../books";

const NOTE = "sandbox:address";
const UNTIL_TOLD = "http://localhost:4242";

/** Where the hosted pages are: what time brings to pass needs to know it, and no call tells it then. */
export function keepAddress(books: Books, url: string): void {
  if (books.note<string>(NOTE) !== url) books.setNote(NOTE, url);
}

export const addressOf = (books: Books): string => books.note<string>(NOTE) ?? UNTIL_TOLD;

/** Where somebody lives, with all its fields; null where nothing was said. */
export function fullAddress(given: Stripe.Emptyable<Stripe.AddressParam> | undefined): Stripe.Address | null {
  if (!given) return null;
  const part = (text: string | undefined) => text || null;
  return { city: part(given.city), country: part(given.country), line1: part(given.line1), line2: part(given.line2), postal_code: part(given.postal_code), state: part(given.state) };
}
