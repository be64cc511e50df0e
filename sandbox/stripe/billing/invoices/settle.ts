import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import type { Outcome } from "../payments/confirm";
import { DAY } from "../calendar";
import { invoiceFailed, invoiceIsProcessing, invoiceWasPaid, lastRetryFailed } from "../subscriptions/standing";
import { changePayment, openPayment } from "./invoice-payments";
import { subscriptionOf } from "./new-invoice";

/** Days after each failed attempt until the next; then no more (about what Stripe's Smart Retries do). */
const RETRY_AFTER_DAYS = [3, 5, 7] as const;

/** Who made an attempt: a person, the plan of retries, or a bank that answers to a debit which was counted when it began. */
export type Attempted = "by-hand" | "by-plan" | "counted";

/** Writes down what came of an attempt to pay an open invoice: on it, on its subscription, on its customer. */
export function settleInvoice(books: Books, id: string, outcome: Outcome | { kind: "no-method" }, attempted: Attempted): Stripe.Invoice {
  if (outcome.kind === "paid") return markPaid(books, id, { method: outcome.charge.payment_method });
  if (outcome.kind === "processing") {
    const { attempt_count } = books.shelf("invoice").get(id);
    const waiting = books.change("invoice", id, { attempted: true, attempt_count: attempt_count + 1, next_payment_attempt: null }, "invoice.updated");
    invoiceIsProcessing(books, waiting);
    return waiting;
  }
  return markFailed(books, id, { attempted, action: outcome.kind === "authenticate" });
}

/** Paid: by a charge, by nothing to pay, or (`outOfBand`) elsewhere. */
export function markPaid(books: Books, id: string, { method = null, outOfBand = false }: { method?: string | null; outOfBand?: boolean }): Stripe.Invoice {
  const invoice = books.shelf("invoice").get(id);
  const now = books.now(idOf(invoice.customer as string));
  const payment = openPayment(books, id);
  if (payment) changePayment(books, payment, outOfBand ? "canceled" : "paid", outOfBand ? null : invoice.amount_due);
  const paid = books.change(
    "invoice",
    id,
    {
      status: "paid",
      amount_paid: invoice.amount_due,
      ...(outOfBand && { amount_paid_off_stripe: invoice.amount_due }),
      amount_remaining: 0,
      attempted: true,
      attempt_count: Math.max(1, invoice.attempt_count),
      auto_advance: false,
      next_payment_attempt: null,
      status_transitions: { ...invoice.status_transitions, paid_at: now },
    },
    "invoice.updated",
  );
  tellPaid(books, paid);
  tellCustomer(books, paid, false);
  invoiceWasPaid(books, paid, method);
  return books.shelf("invoice").get(id);
}

export function tellPaid(books: Books, invoice: Stripe.Invoice): void {
  books.emit("invoice.paid", invoice);
  books.emit("invoice.payment_succeeded", invoice);
}

/** Only the first attempt and those of the plan move the plan of retries on. */
function markFailed(books: Books, id: string, { attempted, action }: { attempted: Attempted; action: boolean }): Stripe.Invoice {
  const invoice = books.shelf("invoice").get(id);
  const isFirst = invoice.attempt_count === 0;
  const attempt_count = invoice.attempt_count + (isFirst || attempted === "by-plan" ? 1 : 0);
  const next_payment_attempt = isFirst || attempted !== "by-hand" ? nextAttempt(books, invoice, attempt_count) : invoice.next_payment_attempt;
  const failed = books.change("invoice", id, { attempted: true, attempt_count, next_payment_attempt }, "invoice.updated");
  books.emit("invoice.payment_failed", failed);
  if (action) books.emit("invoice.payment_action_required", failed);
  tellCustomer(books, failed, true);
  invoiceFailed(books, failed);
  if (attempted !== "by-hand" && attempt_count > RETRY_AFTER_DAYS.length) lastRetryFailed(books, failed);
  return books.shelf("invoice").get(id);
}

function nextAttempt(books: Books, invoice: Stripe.Invoice, attempts: number): number | null {
  const subscription = books.shelf("subscription").find(subscriptionOf(invoice) ?? "");
  const days = RETRY_AFTER_DAYS[attempts - 1];
  const isRetried = invoice.auto_advance && invoice.collection_method === "charge_automatically" && subscription?.status !== "incomplete";
  return isRetried && days !== undefined ? books.now(idOf(invoice.customer as string)) + days * DAY : null;
}

function tellCustomer(books: Books, { customer }: Stripe.Invoice, delinquent: boolean): void {
  const found = books.shelf("customer").find(idOf(customer as string) ?? "");
  if (found) books.change("customer", found.id, { delinquent }, "customer.updated");
}
