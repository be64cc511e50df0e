import type Stripe from "stripe";

import { decimal, idOf, type Books } from "../../books";

export interface NewInvoiceItem {
  customer: Stripe.Customer;
  amount: number;
  currency: string;
  description: string | null;
  discountable?: boolean;
  metadata?: Stripe.Metadata;
  period?: Stripe.InvoiceItem.Period;
  price?: Stripe.Price | null;
  unit?: number;
  quantity?: number;
  proration?: boolean;
  subscription?: string | null;
  subscriptionItem?: string;
  invoice?: string | null;
}

/** Puts an amount aside for an invoice: the next of its customer (or subscription) unless one is named. */
export function fileInvoiceItem(books: Books, wanted: NewInvoiceItem): Stripe.InvoiceItem {
  const { customer, amount, quantity = 1, proration = false, metadata = {}, invoice = null, discountable = !proration } = wanted;
  const date = books.now(customer.id);
  return books.create(
    "invoiceitem",
    {
      id: books.newId("ii"),
      object: "invoiceitem",
      amount,
      currency: wanted.currency,
      customer: customer.id,
      customer_account: null,
      date,
      description: wanted.description,
      discountable,
      discounts: [],
      invoice,
      livemode: false,
      metadata,
      net_amount: amount,
      parent: parentOf(wanted),
      period: wanted.period ?? { start: date, end: date },
      pricing: pricingOf(wanted.price, wanted.unit ?? amount),
      proration,
      ...(proration && { proration_details: { credited_items: null, discount_amounts: [] } }),
      quantity,
      quantity_decimal: decimal(quantity),
      tax_rates: [],
      test_clock: customer.test_clock ?? null,
    },
    "invoiceitem.created",
  );
}

function parentOf({ subscription, subscriptionItem }: NewInvoiceItem): Stripe.InvoiceItem["parent"] {
  if (!subscription) return null;
  return { subscription_details: { subscription, ...(subscriptionItem && { subscription_item: subscriptionItem }) }, type: "subscription_details" };
}

const pricingOf = (price: Stripe.Price | null | undefined, unit: number): Stripe.InvoiceItem["pricing"] => ({
  ...(price && { price_details: { price: price.id, product: idOf(price.product) ?? "" } }),
  type: "price_details",
  unit_amount_decimal: decimal(unit),
});

/** What waits for the next invoice, oldest first: a subscription's own, or what belongs to none. */
export function pendingItems(books: Books, { customer, subscription, currency }: { customer: string; subscription: string | null; currency: string }): Stripe.InvoiceItem[] {
  const waits = (item: Stripe.InvoiceItem) => item.invoice === null && item.currency === currency && idOf(item.customer as string) === customer;
  const fits = (item: Stripe.InvoiceItem) => {
    const own = item.parent?.subscription_details?.subscription;
    return !own || own === subscription;
  };
  return books.shelf("invoiceitem").all().filter((item) => waits(item) && fits(item)).reverse();
}
