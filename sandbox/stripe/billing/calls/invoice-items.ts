import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { fileInvoiceItem } from "../invoices/invoice-items";
import { productName } from "../invoices/lines";
import { recompose } from "../invoices/recompose";
import { mergedMetadata, newMetadata } from "../metadata";
import { rounded, unitAmount } from "../money";
import { said } from "../said";
import { priceNamed, type PriceData } from "../prices";

type Named = "customer" | "invoice" | "amount" | "currency" | "description" | "discountable" | "metadata" | "period" | "quantity" | "subscription" | "unit_amount_decimal";
type Params = Pick<Stripe.InvoiceItemCreateParams, Named> & { price?: string; price_data?: PriceData };

/** Puts an amount or a price aside for a customer's next invoice, or on a draft. */
export function createInvoiceItem(books: Books, params: Stripe.InvoiceItemCreateParams): Stripe.InvoiceItem {
  const item = filePutAside(books, { ...params, price: params.pricing?.price });
  if (params.invoice) recompose(books, params.invoice);
  return item;
}

export function filePutAside(books: Books, params: Params): Stripe.InvoiceItem {
  if (!params.customer) throw invalid("Missing required param: customer.", { param: "customer", code: "parameter_missing" });
  const customer = books.shelf("customer").get(params.customer, "customer");
  const draft = draftNamed(books, params.invoice);
  const { price: id, price_data, quantity = 1, discountable, period, subscription } = params;
  const price = id || price_data ? priceNamed(books, { price: id, price_data }) : null;
  const currency = currencyOf([params, draft, price, customer]);
  const unit = price ? unitAmount(price, currency) : unitGiven(params, quantity);
  return fileInvoiceItem(books, {
    customer,
    amount: params.amount ?? rounded(unit * quantity),
    currency,
    description: params.description ?? (price && productName(books, price)),
    metadata: newMetadata(params.metadata),
    price,
    unit,
    quantity,
    invoice: draft && draft.id,
    ...said({ discountable, period, subscription }),
  });
}

function draftNamed(books: Books, id: string | undefined): Stripe.Invoice | null {
  if (!id) return null;
  const invoice = books.shelf("invoice").get(id, "invoice");
  if (invoice.status !== "draft") throw invalid("This invoice is no longer editable.", { param: "invoice", code: "invoice_not_editable" });
  return invoice;
}

/** That of the first who has one. */
function currencyOf(whose: readonly ({ currency?: string | null } | null)[]): string {
  const found = whose.find((one) => one?.currency)?.currency;
  if (!found) throw invalid("Missing required param: currency.", { param: "currency", code: "parameter_missing" });
  return found.toLowerCase();
}

const unitGiven = ({ unit_amount_decimal: unit, amount = 0 }: Params, quantity: number): number => (unit === undefined ? amount / quantity : Number(unit));

/** Changes what is on no final invoice yet. */
export function updateInvoiceItem(books: Books, id: string, params: Stripe.InvoiceItemUpdateParams): Stripe.InvoiceItem {
  const item = editable(books, id);
  const { description, discountable, period, quantity } = params;
  const amount = params.amount ?? amountAfter(item, params);
  const changed = books.change("invoiceitem", id, { amount, net_amount: amount, metadata: mergedMetadata(item.metadata, params.metadata), ...said({ description, discountable, period, quantity }) });
  const draft = idOf(item.invoice);
  if (draft) recompose(books, draft);
  return changed;
}

function amountAfter({ amount, quantity, pricing }: Stripe.InvoiceItem, changes: Stripe.InvoiceItemUpdateParams): number {
  if (changes.quantity === undefined && changes.unit_amount_decimal === undefined) return amount;
  return rounded(Number(changes.unit_amount_decimal ?? pricing?.unit_amount_decimal) * (changes.quantity ?? quantity));
}

export function deleteInvoiceItem(books: Books, id: string): void {
  const { invoice } = editable(books, id);
  books.remove("invoiceitem", id, "invoiceitem.deleted");
  if (invoice) recompose(books, idOf(invoice) ?? "");
}

function editable(books: Books, id: string): Stripe.InvoiceItem {
  const item = books.shelf("invoiceitem").get(id);
  const invoice = books.shelf("invoice").find(idOf(item.invoice) ?? "");
  if (invoice && invoice.status !== "draft") throw invalid("This invoice item is attached to an invoice that is no longer editable.", { code: "invoice_not_editable" });
  return item;
}
