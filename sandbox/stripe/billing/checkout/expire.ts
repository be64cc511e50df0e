import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";

/** Closes an open checkout: nobody pays it any more. */
export function expireCheckout(books: Books, id: string): Stripe.Checkout.Session {
  const session = books.shelf("checkout.session").get(id);
  if (session.status !== "open") throw invalid(`Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${String(session.status)}.`);
  const expired = books.change("checkout.session", id, { status: "expired", url: null }, "checkout.session.expired");
  const intent = books.shelf("payment_intent").find(idOf(session.payment_intent) ?? "");
  if (intent?.status === "requires_payment_method") books.change("payment_intent", intent.id, { status: "canceled", canceled_at: books.now(idOf(session.customer)), cancellation_reason: "abandoned" }, "payment_intent.canceled");
  return expired;
}
