import type Stripe from "stripe";

import { idOf, invalid, randomLetters, type Books } from "../../books";
import { addressOf } from "../address";
import { moveBalance } from "../customer-balance";
import { filePaymentIntent } from "../payments/payment-intent";
import { filePayment } from "./invoice-payments";

/** Makes a draft final: numbered, with its page, the customer's credit used, and a payment that waits. One of nothing is paid by that. */
export function finalizeInvoice(books: Books, id: string): Stripe.Invoice {
  const draft = books.shelf("invoice").get(id);
  if (draft.status !== "draft") throw invalid(`This invoice is already finalized, you can't re-finalize a non-draft invoice.`, { code: "invoice_not_editable" });
  const customer = books.shelf("customer").get(idOf(draft.customer as string) ?? "");
  const now = books.now(customer.id);
  const balance = useBalance(books, customer, draft);
  const address = `${addressOf(books)}/i/test_${randomLetters(48)}`;
  const free = balance.amount_due === 0;
  const final = books.change("invoice", id, {
    ...balance,
    attempted: free,
    automatically_finalizes_at: null,
    auto_advance: draft.auto_advance && !free,
    effective_at: draft.effective_at ?? now,
    hosted_invoice_url: address,
    invoice_pdf: `${address}/pdf`,
    number: draft.number ?? nextNumber(books, customer),
    status: free ? "paid" : "open",
    status_transitions: { ...draft.status_transitions, finalized_at: now, ...(free && { paid_at: now }) },
  });
  if (!free) preparePayment(books, final);
  books.emit("invoice.finalized", books.shelf("invoice").get(id));
  return books.shelf("invoice").get(id);
}

/** Uses up a credit, or keeps what a negative invoice gives. */
function useBalance(books: Books, { id, balance }: Stripe.Customer, { id: invoice, total, currency }: Stripe.Invoice): Pick<Stripe.Invoice, "amount_due" | "amount_remaining" | "starting_balance" | "ending_balance"> {
  const due = Math.max(0, total + balance);
  const after = total + balance - due;
  if (after !== balance) moveBalance(books, id, { amount: after - balance, currency, type: total < 0 ? "invoice_too_small" : "applied_to_invoice", invoice });
  return { amount_due: due, amount_remaining: due, starting_balance: balance, ending_balance: after };
}

function nextNumber(books: Books, { id, invoice_prefix, next_invoice_sequence = 1 }: Stripe.Customer): string {
  books.change("customer", id, { next_invoice_sequence: next_invoice_sequence + 1 });
  return `${invoice_prefix ?? "ETUDE"}-${String(next_invoice_sequence).padStart(4, "0")}`;
}

function preparePayment(books: Books, invoice: Stripe.Invoice): void {
  const intent = filePaymentIntent(books, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: idOf(invoice.customer as string),
    description: invoice.billing_reason === "subscription_create" ? "Subscription creation" : invoice.billing_reason === "manual" ? (invoice.description ?? null) : "Subscription update",
    setup_future_usage: invoice.billing_reason === "subscription_create" ? "off_session" : null,
  });
  filePayment(books, invoice, intent);
}
