import type Stripe from "stripe";

import { filePrice, fileProduct, mergedMetadata, newMetadata } from "../billing";
import { idOf, invalid, type Books, type Call, type Routes } from "../books";
import { orNull, said, told } from "./fields";
import { gone, isSame, listing, named, retrieve } from "./reading";

const create = (books: Books, { params }: Call<Stripe.ProductCreateParams>) => {
  const { id, name, active = true, images = [], metadata, default_price_data: price } = params;
  if (id && books.shelf("product").find(id)) throw invalid("Product already exists.", { param: "id", code: "resource_already_exists" });
  const product = fileProduct(books, {
    ...(id && { id }),
    name,
    active,
    images,
    metadata: newMetadata(metadata),
    ...orNull(params, "description", "statement_descriptor", "tax_code", "unit_label", "url", "shippable"),
  });
  return price ? books.change("product", product.id, { default_price: firstPrice(books, product, price).id }) : product;
};

const firstPrice = (books: Books, { id: product }: Stripe.Product, { currency, unit_amount, unit_amount_decimal, recurring, tax_behavior, metadata }: Stripe.ProductCreateParams.DefaultPriceData) =>
  filePrice(books, { currency: currency.toLowerCase(), product, amount: unit_amount ?? Number(unit_amount_decimal ?? 0), recurring: recurring ?? null, tax_behavior, metadata: newMetadata(metadata) });

const update = (books: Books, call: Call<Stripe.ProductUpdateParams>) => {
  const { params } = call;
  const product = named(books, "product", call, "product");
  const changes: Partial<Stripe.Product> = {
    ...said(params, "name", "active", "shippable"),
    ...told(params, "description", "statement_descriptor", "tax_code", "unit_label", "url"),
    ...(params.images !== undefined && { images: params.images || [] }),
    ...(params.default_price && { default_price: books.shelf("price").get(params.default_price, "default_price").id }),
    metadata: mergedMetadata(product.metadata, params.metadata),
    updated: books.now(),
  };
  return books.change("product", product.id, changes, "product.updated");
};

const remove = (books: Books, call: Call) => {
  const { id } = named(books, "product", call, "product");
  if (books.shelf("price").all().some(({ product }) => idOf(product) === id)) throw invalid("This product cannot be deleted because it has one or more user-created prices.");
  books.remove("product", id, "product.deleted");
  return gone("product", id);
};

const fits = ({ id, active, shippable, url }: Stripe.Product, params: Stripe.ProductListParams) =>
  isSame(params.active, active) && isSame(params.shippable, shippable) && isSame(params.url, url) && (!params.ids || params.ids.includes(id));

export const productRoutes: Routes = {
  "POST /v1/products": create,
  "GET /v1/products": listing("product", "/v1/products", fits),
  "GET /v1/products/:product": retrieve("product", "product"),
  "POST /v1/products/:product": update,
  "DELETE /v1/products/:product": remove,
};
