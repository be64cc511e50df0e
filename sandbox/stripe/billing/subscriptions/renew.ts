import type Stripe from "stripe";

import { type Books } from "../../books";
import { HOUR, nextAfter } from "../calendar";
import { giveUpOn, voidInvoice } from "../invoices/close";
import { finalizeInvoice } from "../invoices/finalize";
import { composeInvoice, type NewInvoice } from "../invoices/new-invoice";
import { invoiceItemLine, itemLine } from "../invoices/lines";
import { pendingItems } from "../invoices/invoice-items";
import { rhythmOf } from "../prices";
import { subscriptionInvoice } from "./begin";
import { changeSubscription, customerOf, isOver } from "./change";
import { discountsFor } from "./discounts";
import { listOfItems, type Period } from "./items";

/** Drafts of renewals wait this long, so that lines may be added (docs.stripe.com/billing/invoices/subscription#finalize). */
const DRAFT_FOR = HOUR;

/** Begins the next period of what has come to its end, with the draft of its invoice. */
export function renew(books: Books, id: string): void {
  const subscription = books.shelf("subscription").get(id);
  const customer = customerOf(books, subscription);
  const now = books.now(customer.id);
  const { items, period } = nextPeriod(subscription, now);
  const begun = { ...subscription, items: listOfItems(id, items) };
  const pause = subscription.pause_collection?.behavior;
  const collects = subscription.status !== "unpaid" && pause === undefined;
  const invoice = subscriptionInvoice(books, begun, {
    reason: "subscription_cycle",
    lines: renewalLines(books, begun, now),
    pending: pendingItems(books, { customer: customer.id, subscription: id, currency: subscription.currency }),
    customer,
    finalizesAt: collects ? now + DRAFT_FOR : null,
    autoAdvance: collects,
    period: { start: period.start, end: now },
  });
  changeSubscription(books, id, { items: begun.items, latest_invoice: invoice.id, ...(subscription.status === "trialing" && { status: "active" }) });
  if (pause === "void" || pause === "mark_uncollectible") closeAtOnce(books, invoice.id, pause === "void");
}

function closeAtOnce(books: Books, invoice: string, isVoid: boolean): void {
  if (finalizeInvoice(books, invoice).status !== "open") return;
  if (isVoid) voidInvoice(books, invoice);
  else giveUpOn(books, invoice);
}

/** The items with those that have ended in their next period, and the period that ends. */
function nextPeriod({ items, billing_cycle_anchor: anchor }: Stripe.Subscription, now: number): { items: Stripe.SubscriptionItem[]; period: Period } {
  const next = items.data.map((item) =>
    item.current_period_end > now ? item : { ...item, current_period_start: item.current_period_end, current_period_end: nextAfter(anchor, rhythmOf(item.price), item.current_period_end) },
  );
  return { items: next, period: { start: Math.min(...items.data.map(({ current_period_start }) => current_period_start)), end: now } };
}

/** Lines for the items whose period has just begun. */
function renewalLines(books: Books, { items, currency, metadata }: Stripe.Subscription, now: number) {
  return items.data
    .filter(({ current_period_start }) => current_period_start === now)
    .map((item) => itemLine(books, item, { currency, period: { start: item.current_period_start, end: item.current_period_end }, metadata }));
}

/** The invoice that will come at the end of the period, on no shelf; null when none will. */
export function upcomingInvoice(books: Books, subscription: Stripe.Subscription): Stripe.Invoice | null {
  const end = Math.min(...subscription.items.data.map(({ current_period_end }) => current_period_end));
  if (isOver(subscription) || subscription.status === "paused" || (subscription.cancel_at !== null && subscription.cancel_at <= end)) return null;
  const customer = customerOf(books, subscription);
  return books.at(end, () => {
    const { items, period } = nextPeriod(subscription, end);
    const begun = { ...subscription, items: listOfItems(subscription.id, items) };
    const pending = pendingItems(books, { customer: customer.id, subscription: subscription.id, currency: subscription.currency });
    const wanted: NewInvoice = {
      id: books.newId("upcoming_in"),
      customer,
      currency: subscription.currency,
      subscription,
      reason: "upcoming",
      lines: [...pending.map((item) => invoiceItemLine(books, item)), ...renewalLines(books, begun, end)],
      discounts: discountsFor(books, subscription, customer),
      period: { start: period.start, end },
    };
    return { ...composeInvoice(books, wanted), next_payment_attempt: end + DRAFT_FOR };
  });
}
