import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { HOUR } from "../calendar";
import { finalizeInvoice } from "../invoices/finalize";
import { invoiceItemLine } from "../invoices/lines";
import { pendingItems } from "../invoices/invoice-items";
import { fileInvoice } from "../invoices/new-invoice";
import { tellPaid } from "../invoices/settle";
import { mergedMetadata, newMetadata } from "../metadata";
import { said } from "../said";
import { redeem } from "../subscriptions/discounts";
import { invoiceWasPaid } from "../subscriptions/standing";

type Params = Stripe.InvoiceCreateParams;

/** Makes a draft by hand; `pending_invoice_items_behavior: include` puts what waits for the customer on it. */
export function createInvoice(books: Books, params: Params): Stripe.Invoice {
  const named = params.subscription ? books.shelf("subscription").get(params.subscription, "subscription") : null;
  const customer = books.shelf("customer").get(idOf(named?.customer) ?? String(params.customer), "customer");
  const currency = params.currency ?? usualCurrency(named, customer);
  const pending = pendingFor(books, params, { customer: customer.id, subscription: named && named.id, currency });
  return fileInvoice(
    books,
    {
      customer,
      currency,
      reason: named ? "subscription_update" : "manual",
      lines: pending.map((item) => invoiceItemLine(books, item)),
      discounts: (params.discounts || []).map((source) => redeem(books, source, { customer: customer.id })),
      subscription: named,
      ...advanceOf(params, books.now(customer.id)),
      collection: params.collection_method,
      daysUntilDue: params.days_until_due,
      dueDate: params.due_date,
      metadata: newMetadata(params.metadata),
      description: params.description,
      footer: params.footer,
      defaultPaymentMethod: params.default_payment_method,
    },
    pending,
  );
}

const usualCurrency = (subscription: Stripe.Subscription | null, { currency }: Stripe.Customer): string => subscription?.currency ?? currency ?? "eur";

/** What waits for a subscription is always on its invoice; what waits for a customer, where that is asked for. */
function pendingFor(books: Books, { pending_invoice_items_behavior: behavior }: Params, whose: Parameters<typeof pendingItems>[1]): Stripe.InvoiceItem[] {
  return behavior === "include" || whose.subscription !== null ? pendingItems(books, whose) : [];
}

const advanceOf = ({ auto_advance: autoAdvance = false, automatically_finalizes_at: at }: Params, now: number): { autoAdvance: boolean; finalizesAt: number | null } => ({
  autoAdvance,
  finalizesAt: at ?? (autoAdvance ? now + HOUR : null),
});

export function updateInvoice(books: Books, id: string, params: Stripe.InvoiceUpdateParams): Stripe.Invoice {
  const invoice = books.shelf("invoice").get(id);
  const { metadata, auto_advance, default_payment_method, description, footer, due_date, collection_method, automatically_finalizes_at } = params;
  const edits = said({ description, footer, due_date, collection_method, automatically_finalizes_at });
  if (Object.keys(edits).length > 0 && invoice.status !== "draft") throw invalid("Finalized invoices can't be updated in this way.", { code: "invoice_not_editable" });
  const changes = { ...edits, ...said({ auto_advance, default_payment_method }), metadata: mergedMetadata(invoice.metadata, metadata) };
  return books.change("invoice", id, changes, "invoice.updated");
}

/** Throws a draft away; what it would have billed waits again. */
export function deleteDraft(books: Books, id: string): void {
  const invoice = books.shelf("invoice").get(id);
  if (invoice.status !== "draft") throw invalid("You can only delete draft invoices.", { code: "invoice_not_editable" });
  for (const item of books.shelf("invoiceitem").all()) if (idOf(item.invoice) === id) books.change("invoiceitem", item.id, { invoice: null });
  books.remove("invoice", id, "invoice.deleted");
}

/** Makes a draft final by hand. One that goes on by itself is collected an hour later. */
export function finalizeByHand(books: Books, id: string, { auto_advance }: Stripe.InvoiceFinalizeInvoiceParams = {}): Stripe.Invoice {
  const draft = books.shelf("invoice").get(id);
  const goesOn = auto_advance ?? draft.auto_advance;
  const invoice = finalizeInvoice(books, id);
  if (invoice.status === "paid") {
    tellPaid(books, invoice);
    invoiceWasPaid(books, invoice, null);
    return invoice;
  }
  const collects = goesOn && invoice.collection_method === "charge_automatically";
  return books.change("invoice", id, { auto_advance: goesOn, ...(collects && { next_payment_attempt: books.now(idOf(invoice.customer as string)) + HOUR }) });
}

/** Sends an invoice by mail, as far as anybody can tell; a draft is made final first. */
export function sendInvoice(books: Books, id: string): Stripe.Invoice {
  if (books.shelf("invoice").get(id).status === "draft") finalizeInvoice(books, id);
  const invoice = books.shelf("invoice").get(id);
  if (invoice.status !== "open") throw invalid(`You can only manually send an invoice if it is open. This invoice is ${String(invoice.status)}.`);
  books.emit("invoice.sent", invoice);
  return invoice;
}
