import type Stripe from "stripe";

import { decimal, invalid, type Books } from "../books";
import type { Rhythm } from "./calendar";

/** A price that is given in words, where an id would do too. */
export interface PriceData {
  currency: string;
  product?: string;
  product_data?: { name: string; description?: string; images?: string[]; metadata?: Stripe.MetadataParam };
  recurring?: { interval: Stripe.Price.Recurring.Interval; interval_count?: number };
  tax_behavior?: Stripe.Price["tax_behavior"];
  unit_amount?: number;
  unit_amount_decimal?: unknown;
}

/** The price that a call names, or makes on the spot. */
export function priceNamed(books: Books, { price, price_data, plan }: { price?: string; price_data?: PriceData; plan?: string }): Stripe.Price {
  if (price_data) return inlinePrice(books, price_data);
  const id = price ?? plan;
  if (!id) throw invalid("Missing required param: price.", { param: "price", code: "parameter_missing" });
  return books.shelf("price").get(id, "price");
}

function inlinePrice(books: Books, data: PriceData): Stripe.Price {
  const product = data.product ? books.shelf("product").get(data.product, "product") : inlineProduct(books, data);
  const { currency, recurring, tax_behavior } = data;
  const amount = data.unit_amount ?? Number(data.unit_amount_decimal ?? 0);
  return filePrice(books, { active: false, currency: currency.toLowerCase(), product: product.id, amount, recurring: recurring ?? null, tax_behavior });
}

function inlineProduct(books: Books, { product_data: data }: PriceData): Stripe.Product {
  if (!data) throw invalid("You must specify either `product` or `product_data` when creating a price.", { param: "product", code: "parameter_missing" });
  return fileProduct(books, { name: data.name, active: false, description: data.description ?? null, images: data.images ?? [] });
}

export function fileProduct(books: Books, fields: Partial<Stripe.Product> & { name: string }): Stripe.Product {
  const now = books.now();
  const product: Stripe.Product = {
    id: books.newId("prod"),
    object: "product",
    active: true,
    created: now,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: "service",
    unit_label: null,
    updated: now,
    url: null,
    ...fields,
  };
  return books.create("product", product, "product.created");
}

export interface NewPrice {
  active?: boolean;
  currency: string;
  product: string;
  amount: number;
  recurring: { interval: Stripe.Price.Recurring.Interval; interval_count?: number; trial_period_days?: number | null } | null;
  tax_behavior?: Stripe.Price["tax_behavior"];
  currency_options?: Readonly<Record<string, { unit_amount?: number; tax_behavior?: Stripe.Price["tax_behavior"] }>>;
  lookup_key?: string | null;
  nickname?: string | null;
  metadata?: Stripe.Metadata;
}

const recurringOf = ({ interval, interval_count = 1, trial_period_days = null }: Exclude<NewPrice["recurring"], null>): Stripe.Price.Recurring => ({ interval, interval_count, meter: null, trial_period_days, usage_type: "licensed" });

export function filePrice(books: Books, wanted: NewPrice): Stripe.Price {
  const { amount, currency, recurring, tax_behavior = "unspecified", active = true, lookup_key = null, nickname = null, metadata = {} } = wanted;
  const option = (unit: number, behaviour: Stripe.Price["tax_behavior"]): Stripe.Price.CurrencyOptions => ({ custom_unit_amount: null, tax_behavior: behaviour, unit_amount: unit, unit_amount_decimal: decimal(unit) });
  const others = Object.entries(wanted.currency_options ?? {}).map(([key, { unit_amount = 0, tax_behavior: own = tax_behavior }]) => [key.toLowerCase(), option(unit_amount, own)] as const);
  const price: Stripe.Price = {
    id: books.newId("price"),
    object: "price",
    active,
    billing_scheme: "per_unit",
    created: books.now(),
    currency,
    currency_options: { [currency]: option(amount, tax_behavior), ...Object.fromEntries(others) },
    custom_unit_amount: null,
    livemode: false,
    lookup_key,
    metadata,
    nickname,
    product: wanted.product,
    recurring: recurring && recurringOf(recurring),
    tax_behavior,
    tiers_mode: null,
    transform_quantity: null,
    type: recurring ? "recurring" : "one_time",
    unit_amount: amount,
    unit_amount_decimal: decimal(amount),
  };
  return books.create("price", price, "price.created");
}

/** How often a price is paid. Refuses one that is paid once. */
export function rhythmOf({ id, recurring }: Stripe.Price): Rhythm {
  if (!recurring) throw invalid(`The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`: ${id}.`, { param: "items[0][price]" });
  return { interval: recurring.interval, count: recurring.interval_count };
}

/** The price as older eyes see it: items still carry it. */
export const planOf = ({ id, active, billing_scheme, created, currency, metadata, nickname, product, recurring, unit_amount }: Stripe.Price): Stripe.Plan => ({
  id,
  object: "plan",
  active,
  amount: unit_amount,
  amount_decimal: decimal(unit_amount ?? 0),
  billing_scheme,
  created,
  currency,
  interval: recurring?.interval ?? "month",
  interval_count: recurring?.interval_count ?? 1,
  livemode: false,
  metadata,
  meter: null,
  nickname,
  product,
  tiers_mode: null,
  transform_usage: null,
  trial_period_days: recurring?.trial_period_days ?? null,
  usage_type: "licensed",
});
