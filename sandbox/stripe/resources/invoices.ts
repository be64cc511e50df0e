import type Stripe from "stripe";

import { collectInvoice, createInvoice, createInvoiceItem, deleteDraft, deleteInvoiceItem, finalizeInvoice, markUncollectible, previewInvoice, sendInvoice, updateInvoice, updateInvoiceItem, voidInvoice } from "../billing";
import { idOf, listOf, type Books, type Call, type Routes } from "../books";
import { gone, isAsked, listing, named, retrieve } from "./reading";

/** A call about one that is there already. */
const about =
  <Params>(work: (books: Books, id: string, params: Params) => object) =>
  (books: Books, call: Call<Params & object>) =>
    work(books, String(named(books, "invoice", call, "invoice").id), call.params);

const fits = ({ customer, status, parent, collection_method }: Stripe.Invoice, params: Stripe.InvoiceListParams) =>
  isAsked(params.customer, customer as string | null) && isAsked(params.status, status) && isAsked(params.collection_method, collection_method) && isAsked(params.subscription, parent?.subscription_details?.subscription);

/** An invoice by hand is in the currency of what waits for it (docs.stripe.com/api/invoices/create#create_invoice-currency). */
const create = (books: Books, { params }: Call<Stripe.InvoiceCreateParams>) => {
  const waiting = books.shelf("invoiceitem").all().find(({ customer, invoice }) => invoice === null && idOf(customer as string) === params.customer);
  return createInvoice(books, { ...params, currency: params.currency ?? waiting?.currency });
};

const remove = (books: Books, call: Call) => {
  const id = String(named(books, "invoice", call, "invoice").id);
  deleteDraft(books, id);
  return gone("invoice", id);
};

const lines = (books: Books, call: Call) => {
  const { id, lines: all } = named(books, "invoice", call, "invoice");
  return listOf(all.data, call, `/v1/invoices/${id}/lines`);
};

const itemFits = ({ customer, invoice }: Stripe.InvoiceItem, params: Stripe.InvoiceItemListParams) =>
  isAsked(params.customer, customer) && isAsked(params.invoice, invoice) && (params.pending === undefined || params.pending === (invoice === null));

const removeItem = (books: Books, call: Call) => {
  const { id } = named(books, "invoiceitem", call, "item");
  deleteInvoiceItem(books, id);
  return gone("invoiceitem", id);
};

const paymentFits = ({ invoice, payment, status }: Stripe.InvoicePayment, params: Stripe.InvoicePaymentListParams) =>
  isAsked(params.invoice, invoice as string) && isAsked(params.status, status) && isAsked(params.payment?.payment_intent, idOf(payment.payment_intent));

export const invoiceRoutes: Routes = {
  "POST /v1/invoices": create,
  "POST /v1/invoices/create_preview": (books, { params }: Call<Stripe.InvoiceCreatePreviewParams>) => previewInvoice(books, params),
  "GET /v1/invoices": listing("invoice", "/v1/invoices", fits),
  "GET /v1/invoices/:invoice": retrieve("invoice", "invoice"),
  "POST /v1/invoices/:invoice": about(updateInvoice),
  "DELETE /v1/invoices/:invoice": remove,
  "GET /v1/invoices/:invoice/lines": lines,
  "POST /v1/invoices/:invoice/finalize": about(finalizeInvoice),
  "POST /v1/invoices/:invoice/pay": about(collectInvoice),
  "POST /v1/invoices/:invoice/send": about((books, id) => sendInvoice(books, id)),
  "POST /v1/invoices/:invoice/void": about((books, id) => voidInvoice(books, id)),
  "POST /v1/invoices/:invoice/mark_uncollectible": about((books, id) => markUncollectible(books, id)),
  "POST /v1/invoiceitems": (books, { params }: Call<Stripe.InvoiceItemCreateParams>) => createInvoiceItem(books, params),
  "GET /v1/invoiceitems": listing("invoiceitem", "/v1/invoiceitems", itemFits),
  "GET /v1/invoiceitems/:item": retrieve("invoiceitem", "item"),
  "POST /v1/invoiceitems/:item": (books, call: Call<Stripe.InvoiceItemUpdateParams>) => updateInvoiceItem(books, named(books, "invoiceitem", call, "item").id, call.params),
  "DELETE /v1/invoiceitems/:item": removeItem,
  "GET /v1/invoice_payments": listing("invoice_payment", "/v1/invoice_payments", paymentFits),
  "GET /v1/invoice_payments/:payment": retrieve("invoice_payment", "payment"),
};
