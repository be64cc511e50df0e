import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { attemptPayment, type Outcome } from "../payments/confirm";
import { customerOf, methodFor } from "../subscriptions/change";
import { finalizeInvoice } from "./finalize";
import { openPayment } from "./invoice-payments";
import { subscriptionOf } from "./new-invoice";
import { markPaid, settleInvoice, tellPaid } from "./settle";
import { invoiceWasPaid } from "../subscriptions/standing";

export interface PayWith {
  /** What pays; without it the subscription's, the invoice's or the customer's own. */
  method?: Stripe.PaymentMethod;
  offSession?: boolean;
  authenticated?: boolean;
  /** By the plan of retries, not by anybody's hand. */
  automatic?: boolean;
}

export type PayOutcome = Outcome | { kind: "no-method" } | { kind: "free" };

/** Attempts to pay an open invoice, with all that follows. */
export function attemptInvoice(books: Books, id: string, { method, offSession = true, authenticated, automatic = false }: PayWith): PayOutcome {
  const invoice = payable(books, id);
  if (invoice.amount_due === 0) {
    markPaid(books, id, {});
    return { kind: "free" };
  }
  const payment = openPayment(books, id);
  const payer = method ?? payerOf(books, invoice);
  const outcome: PayOutcome = payer && payment ? attemptPayment(books, idOf(payment.payment.payment_intent) ?? "", { method: payer, offSession, authenticated }) : { kind: "no-method" };
  settleInvoice(books, id, outcome, automatic ? "by-plan" : "by-hand");
  return outcome;
}

/** The invoice, if it can be paid. */
export function payable(books: Books, id: string): Stripe.Invoice {
  const invoice = books.shelf("invoice").get(id);
  if (invoice.status === "paid") throw invalid("Invoice is already paid");
  if (invoice.status !== "open" && invoice.status !== "uncollectible") throw invalid(`Invoice is ${String(invoice.status)}: it can't be paid.`);
  return invoice;
}

function payerOf(books: Books, invoice: Stripe.Invoice): Stripe.PaymentMethod | undefined {
  const own = books.shelf("payment_method").find(idOf(invoice.default_payment_method) ?? "");
  return own ?? methodFor(books, books.shelf("subscription").find(subscriptionOf(invoice) ?? ""), customerOf(books, invoice as { customer: string }));
}

/** Finalizes a draft and collects it, as its way of collection says. */
export function finalizeAndCollect(books: Books, id: string, how: PayWith = { automatic: true }): PayOutcome {
  const invoice = finalizeInvoice(books, id);
  if (invoice.status === "paid") {
    tellPaid(books, invoice);
    invoiceWasPaid(books, invoice, null);
    return { kind: "free" };
  }
  if (invoice.collection_method === "send_invoice") {
    books.emit("invoice.sent", invoice);
    return { kind: "processing" };
  }
  return attemptInvoice(books, id, how);
}
