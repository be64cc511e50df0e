import type Stripe from "stripe";

import { idOf, type Books } from "../../books";

/** Files the way on which an invoice is to be paid, and shows it on the invoice. */
export function filePayment(books: Books, invoice: Stripe.Invoice, intent: Stripe.PaymentIntent): Stripe.InvoicePayment {
  const payment = books.create("invoice_payment", {
    id: books.newId("inpay"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: intent.amount,
    created: intent.created,
    currency: intent.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: "payment_intent" },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  });
  show(books, invoice.id);
  books.change("invoice", invoice.id, { confirmation_secret: intent.client_secret === null ? null : { client_secret: intent.client_secret, type: "payment_intent" } });
  return payment;
}

function show(books: Books, invoice: string): void {
  books.change("invoice", invoice, { payments: { object: "list", data: paymentsOf(books, invoice), has_more: false, url: `/v1/invoice_payments?invoice=${invoice}` } });
}

const paymentsOf = (books: Books, invoice: string): Stripe.InvoicePayment[] =>
  books.shelf("invoice_payment").all().filter((payment) => idOf(payment.invoice as string) === invoice);

export function changePayment(books: Books, { id, invoice, status_transitions }: Stripe.InvoicePayment, status: "paid" | "canceled", amount: number | null): void {
  const at = books.now(idOf(books.shelf("invoice").get(idOf(invoice as string) ?? "").customer as string));
  const changed = books.change("invoice_payment", id, { status, amount_paid: amount, status_transitions: { ...status_transitions, [status === "paid" ? "paid_at" : "canceled_at"]: at } });
  if (status === "paid") books.emit("invoice_payment.paid", changed);
  show(books, idOf(invoice as string) ?? "");
}

/** The payment that waits for the money of an open invoice. */
export const openPayment = (books: Books, invoice: string): Stripe.InvoicePayment | undefined => paymentsOf(books, invoice).find(({ status }) => status === "open");

/** The invoice that a payment pays, if any. */
export function invoicePaidBy(books: Books, intent: string): Stripe.Invoice | undefined {
  const payment = books.shelf("invoice_payment").all().find(({ payment: { payment_intent } }) => idOf(payment_intent) === intent);
  return payment && books.shelf("invoice").find(idOf(payment.invoice as string) ?? "");
}
