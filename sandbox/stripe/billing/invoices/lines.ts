import type Stripe from "stripe";

import { decimal, idOf, type Books } from "../../books";
import { inWords, unitAmount } from "../money";

/** A line that stands on no invoice yet. */
export interface LineDraft {
  amount: number;
  description: string | null;
  period: Stripe.InvoiceLineItem.Period;
  parent: Stripe.InvoiceLineItem.Parent | null;
  price: Stripe.Price | null;
  unit: number;
  quantity: number;
  discountable: boolean;
  metadata: Stripe.Metadata;
  subscription: string | null;
}

export const productName = (books: Books, price: Stripe.Price): string => books.shelf("product").find(idOf(price.product) ?? "")?.name ?? "Product";

/** An item of a subscription for one of its periods. */
export function itemLine(books: Books, item: Stripe.SubscriptionItem, { currency, period, metadata, trial = false }: { currency: string; period: Stripe.InvoiceLineItem.Period; metadata: Stripe.Metadata; trial?: boolean }): LineDraft {
  const { price, subscription } = item;
  const quantity = item.quantity ?? 1;
  const unit = trial ? 0 : unitAmount(price, currency);
  const name = productName(books, price);
  return {
    amount: unit * quantity,
    description: trial ? `Trial period for ${name}` : `${quantity} × ${name} (at ${inWords(unit, currency)} / ${everyOf(price)})`,
    period,
    parent: subscriptionParent({ item: item.id, subscription }),
    price,
    unit,
    quantity,
    discountable: true,
    metadata,
    subscription,
  };
}

function everyOf({ recurring }: Stripe.Price): string {
  const count = recurring?.interval_count ?? 1;
  return count === 1 ? String(recurring?.interval) : `every ${count} ${String(recurring?.interval)}s`;
}

const subscriptionParent = ({ item, subscription, invoiceItem = null, proration = false }: { item: string; subscription: string; invoiceItem?: string | null; proration?: boolean }): Stripe.InvoiceLineItem.Parent => ({
  invoice_item_details: null,
  subscription_item_details: { invoice_item: invoiceItem, proration, proration_details: { credited_items: null }, subscription, subscription_item: item },
  type: "subscription_item_details",
});

/** What was put aside for the next invoice. */
export function invoiceItemLine(books: Books, item: Stripe.InvoiceItem): LineDraft {
  const { amount, description, discountable, metadata, parent, period, pricing, quantity } = item;
  return {
    amount,
    description,
    period,
    parent: parentOf(item),
    ...pricedAs(books, pricing, amount),
    quantity,
    discountable,
    metadata: metadata ?? {},
    subscription: parent?.subscription_details?.subscription ?? null,
  };
}

const pricedAs = (books: Books, pricing: Stripe.InvoiceItem["pricing"], amount: number): Pick<LineDraft, "price" | "unit"> => ({
  price: books.shelf("price").find(idOf(pricing?.price_details?.price) ?? "") ?? null,
  unit: Number(pricing?.unit_amount_decimal ?? amount),
});

function parentOf({ id, parent, proration }: Stripe.InvoiceItem): Stripe.InvoiceLineItem.Parent {
  const { subscription = null, subscription_item: item } = parent?.subscription_details ?? {};
  if (subscription && item) return subscriptionParent({ item, subscription, invoiceItem: id, proration });
  return { invoice_item_details: { invoice_item: id, proration, proration_details: { credited_items: null }, subscription }, subscription_item_details: null, type: "invoice_item_details" };
}

/** The line as it stands on an invoice. */
export function lineOn(books: Books, draft: LineDraft, { invoice, currency, discounts }: { invoice: string; currency: string; discounts: Stripe.InvoiceLineItem.DiscountAmount[] }): Stripe.InvoiceLineItem {
  const { amount, description, discountable, metadata, parent, period, price, quantity, subscription, unit } = draft;
  return {
    id: books.newId("il"),
    object: "line_item",
    amount,
    currency,
    description,
    discount_amounts: discounts,
    discountable,
    discounts: [],
    invoice,
    livemode: false,
    metadata,
    parent,
    period,
    pretax_credit_amounts: discounts.map(({ amount: off, discount }) => ({ amount: off, discount, type: "discount" })),
    pricing: { ...(price && { price_details: { price: price.id, product: idOf(price.product) ?? "" } }), type: "price_details", unit_amount_decimal: decimal(unit) },
    quantity,
    quantity_decimal: decimal(quantity),
    subscription,
    subtotal: amount,
    taxes: [],
  };
}
