import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { cancelPayment } from "../payments/confirm";
import { changeSubscription } from "../subscriptions/change";
import { changePayment, openPayment } from "./invoice-payments";
import { subscriptionOf } from "./new-invoice";

/** Takes an invoice back: nothing is owed, and its number stays. */
export function voidInvoice(books: Books, id: string): Stripe.Invoice {
  const invoice = books.shelf("invoice").get(id);
  if (invoice.status !== "open" && invoice.status !== "uncollectible") throw invalid(`You can only pass in open or uncollectible invoices. This invoice isn't: it is ${String(invoice.status)}.`);
  const voided_at = books.now(idOf(invoice.customer as string));
  const payment = openPayment(books, id);
  if (payment) {
    cancelPayment(books, idOf(payment.payment.payment_intent) ?? "", "void_invoice");
    changePayment(books, payment, "canceled", null);
  }
  books.change("invoice", id, { status: "void", auto_advance: false, next_payment_attempt: null, status_transitions: { ...invoice.status_transitions, voided_at } });
  const voided = books.shelf("invoice").get(id);
  books.emit("invoice.voided", voided);
  forgive(books, voided);
  return voided;
}

/** Gives up on being paid; it may be paid all the same. */
export function giveUpOn(books: Books, id: string): Stripe.Invoice {
  const invoice = books.shelf("invoice").get(id);
  if (invoice.status !== "open") throw invalid(`You can only mark open invoices as uncollectible. This invoice is ${String(invoice.status)}.`);
  const marked_uncollectible_at = books.now(idOf(invoice.customer as string));
  books.change("invoice", id, { status: "uncollectible", auto_advance: false, next_payment_attempt: null, status_transitions: { ...invoice.status_transitions, marked_uncollectible_at } });
  const given = books.shelf("invoice").get(id);
  books.emit("invoice.marked_uncollectible", given);
  forgive(books, given);
  return given;
}

/** A subscription owes nothing once its latest invoice is off. */
function forgive(books: Books, invoice: Stripe.Invoice): void {
  const subscription = books.shelf("subscription").find(subscriptionOf(invoice) ?? "");
  if (subscription && idOf(subscription.latest_invoice) === invoice.id && ["past_due", "unpaid"].includes(subscription.status)) changeSubscription(books, subscription.id, { status: "active" });
}
