import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { pendingItems } from "../invoices/invoice-items";
import { voidInvoice } from "../invoices/close";
import { finalizeAndCollect } from "../invoices/pay";
import { subscriptionInvoice } from "../subscriptions/begin";
import { customerOf, isOver } from "../subscriptions/change";
import { endSubscription } from "../subscriptions/end";
import { prorate } from "../subscriptions/proration";
import { detailsAfter } from "./update-subscription";

/** Ends a subscription at once. `prorate` credits the unused time; `invoice_now` puts that, and all that waits, on a last invoice. */
export function cancelSubscription(books: Books, id: string, params: Stripe.SubscriptionCancelParams = {}): Stripe.Subscription {
  const subscription = books.shelf("subscription").get(id);
  if (isOver(subscription)) throw invalid(`No such subscription: '${id}'`, { param: "id", code: "resource_missing" });
  const at = books.now(idOf(subscription.customer));
  if (params.prorate && subscription.status !== "trialing") prorate(books, { before: subscription, after: [], at, onlyCredits: true });
  if (params.invoice_now) invoiceRest(books, subscription);
  if (subscription.status === "incomplete") return expireIncomplete(books, subscription);
  const details = { ...detailsAfter(subscription.cancellation_details, params.cancellation_details ?? {}), reason: "cancellation_requested" as const };
  return endSubscription(books, id, details);
}

function invoiceRest(books: Books, subscription: Stripe.Subscription): void {
  const customer = customerOf(books, subscription);
  const pending = pendingItems(books, { customer: customer.id, subscription: subscription.id, currency: subscription.currency });
  if (pending.length === 0) return;
  const invoice = subscriptionInvoice(books, subscription, { reason: "subscription_update", lines: [], pending, customer });
  books.change("subscription", subscription.id, { latest_invoice: invoice.id });
  finalizeAndCollect(books, invoice.id);
}

/** One that was never paid for has not begun: its invoice is taken back. */
export function expireIncomplete(books: Books, { id, latest_invoice }: Stripe.Subscription): Stripe.Subscription {
  const invoice = books.shelf("invoice").find(idOf(latest_invoice) ?? "");
  if (invoice?.status === "open") voidInvoice(books, invoice.id);
  return books.change("subscription", id, { status: "incomplete_expired", ended_at: books.now(idOf(books.shelf("subscription").get(id).customer)) }, "customer.subscription.updated");
}
