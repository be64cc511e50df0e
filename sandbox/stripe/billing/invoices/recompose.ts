import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { invoiceItemLine, type LineDraft } from "./lines";
import { amountsOf } from "./new-invoice";

/** Reckons a draft anew, after what stands on it has changed: the lines of a subscription stay as they are, what was put on it by hand is read again. */
export function recompose(books: Books, id: string): Stripe.Invoice {
  const invoice = books.shelf("invoice").get(id);
  const customer = books.shelf("customer").get(idOf(invoice.customer as string) ?? "");
  const own = invoice.lines.data.filter(({ parent }) => parent?.subscription_item_details && !parent.subscription_item_details.invoice_item);
  const items = books.shelf("invoiceitem").all().filter((item) => idOf(item.invoice) === id).reverse();
  const lines = [...items.map((item) => invoiceItemLine(books, item)), ...own.map((line) => draftOf(books, line))];
  const discounts = invoice.discounts.flatMap((discount) => books.shelf("discount").find(idOf(discount as string) ?? "") ?? []);
  return books.change("invoice", id, amountsOf(books, id, { lines, discounts, currency: invoice.currency, balance: customer.balance }), "invoice.updated");
}

const draftOf = (books: Books, { amount, description, discountable, metadata, parent, period, pricing, quantity, subscription }: Stripe.InvoiceLineItem): LineDraft => ({
  amount,
  description,
  discountable,
  metadata,
  parent,
  period,
  price: books.shelf("price").find(idOf(pricing?.price_details?.price) ?? "") ?? null,
  unit: Number(pricing?.unit_amount_decimal ?? amount),
  quantity: quantity ?? 1,
  subscription: idOf(subscription),
});
