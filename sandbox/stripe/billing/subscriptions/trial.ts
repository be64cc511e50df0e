import type Stripe from "stripe";

import { type Books } from "../../books";
import { DAY } from "../calendar";
import { finalizeAndCollect } from "../invoices/pay";
import { changeSubscription, customerOf, methodFor } from "./change";
import { endSubscription } from "./end";
import { renew } from "./renew";

/** Days before a trial's end at which `trial_will_end` is told; of a shorter one it is told at once. */
const TOLD_BEFORE = 3 * DAY;

const told = (id: string) => `${id}:trial-end-told`;

/** When the end of the trial is to be told; null when it has been. */
export function tellTrialEndAt(books: Books, { id, status, trial_end }: Stripe.Subscription): number | null {
  return status === "trialing" && trial_end !== null && books.note<number>(told(id)) !== trial_end ? trial_end - TOLD_BEFORE : null;
}

export function tellTrialEnd(books: Books, id: string): void {
  const subscription = books.shelf("subscription").get(id);
  books.setNote(told(id), subscription.trial_end);
  books.emit("customer.subscription.trial_will_end", subscription);
}

/** The trial is over: payment begins, or, without anything to pay with, what was arranged for that. */
export function endTrial(books: Books, id: string): void {
  const subscription = books.shelf("subscription").get(id);
  const customer = customerOf(books, subscription);
  const without = subscription.trial_settings?.end_behavior.missing_payment_method ?? "create_invoice";
  const mayPay = methodFor(books, subscription, customer) !== undefined || subscription.collection_method === "send_invoice";
  if (!mayPay && without === "cancel") return void endSubscription(books, id);
  if (!mayPay && without === "pause") return pauseWithoutMethod(books, subscription, books.now(customer.id));
  renew(books, id);
}

function pauseWithoutMethod(books: Books, { id }: Stripe.Subscription, transitioned_at: number): void {
  const paused = changeSubscription(books, id, { status: "paused", status_details: { paused: { subscription: { type: "trial_end_without_payment_method" }, transitioned_at, type: "subscription" } } });
  books.emit("customer.subscription.paused", paused);
}

/** Ends a trial before its time, by somebody's hand: what is due is collected on the spot. */
export function endTrialNow(books: Books, id: string): void {
  const subscription = books.shelf("subscription").get(id);
  const now = books.now(customerOf(books, subscription).id);
  const items = { ...subscription.items, data: subscription.items.data.map((item) => ({ ...item, current_period_end: now })) };
  changeSubscription(books, id, { trial_end: now, billing_cycle_anchor: now, items });
  const before = books.shelf("subscription").get(id).latest_invoice;
  endTrial(books, id);
  const { latest_invoice: latest } = books.shelf("subscription").get(id);
  if (typeof latest === "string" && latest !== before) finalizeAndCollect(books, latest, { offSession: true });
}
