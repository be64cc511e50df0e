import { invalid, type Books } from "../../books";
import type Stripe from "stripe";

import { nth } from "../calendar";
import { itemLine } from "../invoices/lines";
import { finalizeAndCollect } from "../invoices/pay";
import { subscriptionInvoice } from "./begin";
import { changeSubscription, customerOf } from "./change";
import { boughtIn, commonRhythm, listOfItems } from "./items";
import { prorate } from "./proration";
import { isPaid } from "./update";

const PAUSABLE = ["active", "past_due", "trialing", "unpaid"];

/** Pauses a subscription by request: no service, no invoices, until it is resumed. With `bill_for` the unused time is credited to a later invoice. */
export function pauseSubscription(books: Books, id: string, { bill_for }: Stripe.SubscriptionPauseParams = {}): Stripe.Subscription {
  const subscription = books.shelf("subscription").get(id);
  if (!PAUSABLE.includes(subscription.status)) throw invalid(`You can't pause a subscription with status ${subscription.status}.`);
  const transitioned_at = books.now(customerOf(books, subscription).id);
  if (bill_for?.unused_time_from?.type === "now" && subscription.status !== "trialing") prorate(books, { before: subscription, after: [], at: transitioned_at, onlyCredits: true });
  const paused = changeSubscription(books, id, { status: "paused", status_details: { paused: { subscription: { type: "pause_requested" }, transitioned_at, type: "subscription" } } });
  books.emit("customer.subscription.paused", paused);
  return paused;
}

/** Takes a paused subscription up again. Its period begins anew unless the anchor is `unchanged` and it is not over yet; what is then due must be paid before it is active. */
export function resumeSubscription(books: Books, id: string, { billing_cycle_anchor: cycle }: Stripe.SubscriptionResumeParams = {}): Stripe.Subscription {
  const subscription = books.shelf("subscription").get(id);
  if (subscription.status !== "paused") throw invalid("You cannot resume a subscription that is not paused.");
  const customer = customerOf(books, subscription);
  const now = books.now(customer.id);
  const isCovered = subscription.items.data.every(({ current_period_end }) => current_period_end > now);
  if (cycle?.type === "unchanged" && isCovered) return tell(books, changeSubscription(books, id, { status: "active", status_details: undefined }));
  const period = { start: now, end: nth(now, commonRhythm(boughtIn(subscription)), 1) };
  const data = subscription.items.data.map((item) => ({ ...item, current_period_start: period.start, current_period_end: period.end }));
  const renewed = { billing_cycle_anchor: now, items: listOfItems(id, data) };
  const lines = data.map((item) => itemLine(books, item, { currency: subscription.currency, period, metadata: subscription.metadata }));
  const invoice = subscriptionInvoice(books, { ...subscription, ...renewed }, { reason: "subscription_update", lines, pending: [], customer, period });
  changeSubscription(books, id, { ...renewed, latest_invoice: invoice.id });
  const outcome = finalizeAndCollect(books, invoice.id, { offSession: true });
  return isPaid(outcome) ? tell(books, changeSubscription(books, id, { status: "active", status_details: undefined })) : books.shelf("subscription").get(id);
}

function tell(books: Books, resumed: Stripe.Subscription): Stripe.Subscription {
  books.emit("customer.subscription.resumed", resumed);
  return resumed;
}
