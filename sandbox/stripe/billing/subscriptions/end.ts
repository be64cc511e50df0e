import type Stripe from "stripe";

import { idOf, type Books } from "../../books";

/** Ends a subscription for good, now. Its open invoices stay open, but nothing collects them by itself any more. */
export function endSubscription(books: Books, id: string, details: Partial<Stripe.Subscription.CancellationDetails> = {}): Stripe.Subscription {
  const subscription = books.shelf("subscription").get(id);
  const now = books.now(idOf(subscription.customer));
  for (const invoice of books.shelf("invoice").all()) {
    const own = idOf(invoice.parent?.subscription_details?.subscription) === id;
    if (own && (invoice.status === "open" || invoice.status === "draft")) books.change("invoice", invoice.id, { auto_advance: false, next_payment_attempt: null, automatically_finalizes_at: null }, "invoice.updated");
  }
  return books.change(
    "subscription",
    id,
    {
      status: "canceled",
      canceled_at: subscription.canceled_at ?? now,
      ended_at: now,
      pending_update: null,
      cancellation_details: { ...NO_DETAILS, ...subscription.cancellation_details, ...details },
    },
    "customer.subscription.deleted",
  );
}

export const NO_DETAILS: Stripe.Subscription.CancellationDetails = { comment: null, feedback: null, feedback_option: null, reason: null };
