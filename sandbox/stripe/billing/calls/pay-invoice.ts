import type Stripe from "stripe";

import { idOf, StripeRefusal, type Books } from "../../books";
import { attach, DECLINES, fileCard, methodNamed, type KeptCard } from "../../cards";
import { finalizeInvoice } from "../invoices/finalize";
import { openPayment } from "../invoices/invoice-payments";
import { attemptInvoice, payable, type PayOutcome } from "../invoices/pay";
import { markPaid, tellPaid } from "../invoices/settle";
import { cardError, verdictOn } from "../payments/confirm";
import { invoiceWasPaid } from "../subscriptions/standing";

export type Paid = { outcome: "paid"; invoice: Stripe.Invoice } | { outcome: "declined"; message: string } | { outcome: "authenticate" };

/** Pays an open invoice on its page, its owner at the desk. A card that paid is kept, and pays the subscription from then on. */
export function payInvoice(books: Books, id: string, { card }: { card: KeptCard }, { authenticated }: { authenticated?: boolean } = {}): Paid {
  const invoice = books.shelf("invoice").get(id);
  const method = fileCard(books, card, { email: invoice.customer_email, name: invoice.customer_name ?? null });
  if (authenticated === undefined && verdictOn(books, { method }) === "authenticate") return { outcome: "authenticate" };
  const outcome = attemptInvoice(books, id, { method, offSession: false, authenticated });
  if (outcome.kind === "declined") return { outcome: "declined", message: DECLINES[outcome.why].message };
  keepFor(books, invoice, method);
  return { outcome: "paid", invoice: books.shelf("invoice").get(id) };
}

function keepFor(books: Books, invoice: Stripe.Invoice, method: Stripe.PaymentMethod): void {
  const subscription = books.shelf("subscription").find(idOf(invoice.parent?.subscription_details?.subscription) ?? "");
  const customer = idOf(invoice.customer as string);
  if (!subscription || !customer || subscription.ended_at !== null) return;
  attach(books, method, customer);
  books.change("subscription", subscription.id, { default_payment_method: method.id }, "customer.subscription.updated");
}

/** Pays an invoice by a call: with a method that is named, with what pays by itself, or elsewhere (`paid_out_of_band`). A draft is made final first. */
export function collectInvoice(books: Books, id: string, params: Stripe.InvoicePayParams = {}): Stripe.Invoice {
  const named = params.payment_method ?? params.source;
  const method = named ? methodNamed(books, named) : undefined;
  const before = books.shelf("invoice").get(id);
  if (before.status === "draft" && finalizeInvoice(books, id).status === "paid") {
    const free = books.shelf("invoice").get(id);
    tellPaid(books, free);
    invoiceWasPaid(books, free, null);
    return free;
  }
  if (params.paid_out_of_band) return markPaid(books, payable(books, id).id, { outOfBand: true });
  const outcome = attemptInvoice(books, id, { method, offSession: params.off_session ?? true });
  refuseFailed(books, id, outcome);
  return books.shelf("invoice").get(id);
}

/** A failed attempt leaves its traces, and is an error all the same. */
function refuseFailed(books: Books, id: string, outcome: PayOutcome): void {
  if (outcome.kind === "no-method") {
    throw new StripeRefusal(400, { type: "invalid_request_error", code: "resource_missing", message: "There is no `default_payment_method` set on this Customer or Invoice. Please set a `default_payment_method`, or pay with a payment method that you name." }, true);
  }
  const intent = idOf(openPayment(books, id)?.payment.payment_intent);
  if (outcome.kind === "declined" && intent) throw cardError(books, intent, outcome.why);
  if (outcome.kind === "authenticate") throw new StripeRefusal(402, { type: "card_error", code: "invoice_payment_intent_requires_action", message: "Payment for this invoice requires additional user action before it can be completed successfully." }, true);
}
