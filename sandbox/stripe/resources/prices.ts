import type Stripe from "stripe";

import { filePrice, fileProduct, mergedMetadata, newMetadata } from "../billing";
import { decimal, invalid, type Books, type Call, type Routes } from "../books";
import { said, told } from "./fields";
import { isAsked, isSame, listing, named, retrieve } from "./reading";

const create = (books: Books, { params }: Call<Stripe.PriceCreateParams>) => {
  const { currency, unit_amount, unit_amount_decimal, recurring, lookup_key, currency_options, nickname, metadata, tax_behavior, active, billing_scheme } = params;
  if (billing_scheme === "tiered" || params.custom_unit_amount) throw invalid("The sandbox knows prices of one fixed amount only.", { param: "billing_scheme" });
  if (unit_amount === undefined && unit_amount_decimal === undefined) throw invalid("Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.", { param: "unit_amount", code: "parameter_missing" });
  const product = productFor(books, params);
  if (lookup_key) takeLookupKey(books, lookup_key, params.transfer_lookup_key ?? false);
  return filePrice(books, {
    active,
    currency: currency.toLowerCase(),
    product,
    amount: unit_amount ?? Number(unit_amount_decimal),
    recurring: recurring ?? null,
    tax_behavior,
    currency_options,
    lookup_key,
    nickname,
    metadata: newMetadata(metadata),
  });
};

function productFor(books: Books, { product, product_data: data }: Stripe.PriceCreateParams): string {
  if (product) return books.shelf("product").get(product, "product").id;
  if (!data) throw invalid("You must specify either `product` or `product_data` when creating a price.", { param: "product", code: "parameter_missing" });
  return fileProduct(books, { name: data.name, metadata: newMetadata(data.metadata), ...(data.id && { id: data.id }) }).id;
}

/** A key leads to one price: it moves only when the call says so. */
function takeLookupKey(books: Books, key: string, mayMove: boolean, to?: string): void {
  const holder = books.shelf("price").all().find(({ lookup_key, id }) => lookup_key === key && id !== to);
  if (!holder) return;
  if (!mayMove) throw invalid(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: "lookup_key" });
  books.change("price", holder.id, { lookup_key: null }, "price.updated");
}

const update = (books: Books, call: Call<Stripe.PriceUpdateParams>) => {
  const { params } = call;
  const price = named(books, "price", call, "price");
  if (params.lookup_key) takeLookupKey(books, params.lookup_key, params.transfer_lookup_key ?? false, price.id);
  const changes: Partial<Stripe.Price> = {
    ...said(params, "active", "tax_behavior"),
    ...told(params, "nickname", "lookup_key"),
    metadata: mergedMetadata(price.metadata, params.metadata),
    ...(params.currency_options && { currency_options: { ...price.currency_options, ...optionsOf(params.currency_options, price) } }),
  };
  return books.change("price", price.id, changes, "price.updated");
};

const optionsOf = (options: Readonly<Record<string, Stripe.PriceUpdateParams.CurrencyOptions>>, price: Stripe.Price): Record<string, Stripe.Price.CurrencyOptions> =>
  Object.fromEntries(
    Object.entries(options).map(([currency, { unit_amount, tax_behavior }]) => [
      currency.toLowerCase(),
      { custom_unit_amount: null, tax_behavior: tax_behavior ?? price.tax_behavior, unit_amount: unit_amount ?? 0, unit_amount_decimal: decimal(unit_amount ?? 0) },
    ]),
  );

const fits = ({ active, currency, lookup_key, product, recurring, type }: Stripe.Price, params: Stripe.PriceListParams) =>
  isSame(params.active, active) && isSame(params.currency, currency) && isAsked(params.product, product) && isSame(params.type, type) && recursSo(recurring, params.recurring) && hasKey(lookup_key, params.lookup_keys);

const recursSo = (recurring: Stripe.Price.Recurring | null, asked: Stripe.PriceListParams.Recurring | undefined) => isSame(asked?.interval, recurring?.interval) && isSame(asked?.usage_type, recurring?.usage_type);

const hasKey = (key: string | null, asked: readonly string[] | undefined) => asked === undefined || (key !== null && asked.includes(key));

export const priceRoutes: Routes = {
  "POST /v1/prices": create,
  "GET /v1/prices": listing("price", "/v1/prices", fits),
  "GET /v1/prices/:price": retrieve("price", "price"),
  "POST /v1/prices/:price": update,
};
