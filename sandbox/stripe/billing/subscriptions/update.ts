import type Stripe from "stripe";

import { invalid, StripeRefusal, type Books } from "../../books";
import { cardError } from "../payments/confirm";
import { finalizeInvoice } from "../invoices/finalize";
import { openPayment } from "../invoices/invoice-payments";
import { finalizeAndCollect, type PayOutcome } from "../invoices/pay";
import { subscriptionInvoice } from "./begin";
import { changeSubscription, isOver } from "./change";
import { keepBack } from "./pending-update";
import { stageUpdate, type BillingChange, type StagedUpdate } from "./stage-update";

export type PaymentBehavior = "allow_incomplete" | "default_incomplete" | "error_if_incomplete" | "pending_if_incomplete";

export interface Paying {
  behavior: PaymentBehavior;
  offSession: boolean;
  /** What is changed with it, and costs nothing. */
  plain?: Partial<Stripe.Subscription>;
}

/** Carries out a change of what is bought, and collects what it costs as `paying` says. */
export function changeBilling(books: Books, id: string, change: BillingChange, paying: Paying): Stripe.Subscription {
  const before = { ...books.shelf("subscription").get(id), ...paying.plain };
  if (isOver(before)) throw invalid("A canceled subscription can only update its cancellation_details and metadata.");
  const { invoice, changes } = stageUpdate(books, before, change);
  const staged = { invoice, changes: { ...paying.plain, ...changes } };
  if (!invoice) return changeSubscription(books, id, staged.changes);
  return paying.behavior === "pending_if_incomplete" ? changeWhenPaid(books, before, staged, paying) : changeAndCollect(books, before, staged, paying);
}

/** First the change, then its invoice: unpaid, the subscription is past due. */
function changeAndCollect(books: Books, before: Stripe.Subscription, { changes, invoice: wanted }: StagedUpdate, { behavior, offSession }: Paying): Stripe.Subscription {
  if (!wanted) return before;
  const { id } = before;
  const invoice = subscriptionInvoice(books, { ...before, ...changes }, wanted);
  changeSubscription(books, id, { ...changes, latest_invoice: invoice.id });
  if (behavior === "default_incomplete") {
    const { status } = finalizeInvoice(books, invoice.id);
    return changeSubscription(books, id, status === "open" ? { status: "past_due" } : {});
  }
  const outcome = finalizeAndCollect(books, invoice.id, { offSession });
  if (behavior === "error_if_incomplete") refuseUnpaid(books, invoice.id, outcome);
  return books.shelf("subscription").get(id);
}

/** First the invoice, then the change: unpaid, it waits (docs.stripe.com/billing/subscriptions/pending-updates). */
function changeWhenPaid(books: Books, before: Stripe.Subscription, { changes, invoice: wanted }: StagedUpdate, { offSession }: Paying): Stripe.Subscription {
  if (!wanted) return before;
  const invoice = subscriptionInvoice(books, before, wanted);
  const outcome = finalizeAndCollect(books, invoice.id, { offSession });
  if (isPaid(outcome)) return changeSubscription(books, before.id, { ...changes, latest_invoice: invoice.id });
  books.change("subscription", before.id, { latest_invoice: invoice.id });
  return keepBack(books, before.id, { invoice: invoice.id, changes });
}

export const isPaid = ({ kind }: PayOutcome): boolean => kind === "paid" || kind === "free" || kind === "processing";

/** Nothing of the call stays when its invoice could not be paid. */
export function refuseUnpaid(books: Books, invoice: string, outcome: PayOutcome): void {
  if (isPaid(outcome)) return;
  const intent = openPayment(books, invoice)?.payment.payment_intent;
  if (outcome.kind === "declined" && typeof intent === "string") {
    const { status, body } = cardError(books, intent, outcome.why);
    throw new StripeRefusal(status, body);
  }
  throw new StripeRefusal(402, { type: "card_error", code: "subscription_payment_intent_requires_action", message: "Payment for this subscription requires additional user action before it can be completed successfully." });
}
