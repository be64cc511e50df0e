import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { subscriptionOf } from "../invoices/new-invoice";
import { changeSubscription, isOver } from "./change";
import { endSubscription } from "./end";
import { applyPendingUpdate } from "./pending-update";

/** What its payment does to the subscription that an invoice is for. */
export function invoiceWasPaid(books: Books, invoice: Stripe.Invoice, method: string | null): void {
  const subscription = books.shelf("subscription").find(subscriptionOf(invoice) ?? "");
  if (!subscription || isOver(subscription)) return;
  keepMethod(books, subscription, method);
  if (applyPendingUpdate(books, subscription.id, invoice.id)) return;
  if (idOf(subscription.latest_invoice) !== invoice.id) return;
  if (["incomplete", "past_due", "unpaid"].includes(subscription.status)) changeSubscription(books, subscription.id, { status: goodStanding(books, subscription) });
}

const goodStanding = (books: Books, { customer, trial_end }: Stripe.Subscription) => (trial_end !== null && trial_end > books.now(idOf(customer)) ? "trialing" : "active");

/** What paid the first time pays from then on, when that was asked for. */
function keepMethod(books: Books, { id, default_payment_method: kept, payment_settings: settings }: Stripe.Subscription, method: string | null): void {
  if (method && kept === null && settings?.save_default_payment_method === "on_subscription") changeSubscription(books, id, { default_payment_method: method });
}

/** A debit is under way: what is bought may be used meanwhile. */
export function invoiceIsProcessing(books: Books, invoice: Stripe.Invoice): void {
  const subscription = books.shelf("subscription").find(subscriptionOf(invoice) ?? "");
  if (subscription?.status === "incomplete") changeSubscription(books, subscription.id, { status: goodStanding(books, subscription) });
}

/** What a failed payment does to it: the first one leaves it incomplete, a later one makes it past due. */
export function invoiceFailed(books: Books, invoice: Stripe.Invoice): void {
  const subscription = books.shelf("subscription").find(subscriptionOf(invoice) ?? "");
  if (!subscription || idOf(subscription.latest_invoice) !== invoice.id || subscription.pending_update) return;
  if (["active", "trialing"].includes(subscription.status)) changeSubscription(books, subscription.id, { status: "past_due" });
}

type LastResort = "cancel" | "unpaid" | "past_due";
const LAST_RESORT = "settings:after-last-retry";

/** What becomes of a subscription when the last retry has failed; at Stripe a setting of the account. */
export const setLastResort = (books: Books, resort: LastResort): void => books.setNote(LAST_RESORT, resort);

export function lastRetryFailed(books: Books, invoice: Stripe.Invoice): void {
  const subscription = books.shelf("subscription").find(subscriptionOf(invoice) ?? "");
  if (!subscription || isOver(subscription)) return;
  const resort = books.note<LastResort>(LAST_RESORT) ?? "cancel";
  if (resort === "cancel") endSubscription(books, subscription.id, { reason: "payment_failed" });
  else changeSubscription(books, subscription.id, { status: resort });
}
