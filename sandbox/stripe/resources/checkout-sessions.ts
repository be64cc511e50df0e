import type Stripe from "stripe";

import { createCheckoutSession, expireCheckout } from "../billing";
import { listOf, type Books, type Call, type Routes } from "../books";
import { isAsked, listing, named, retrieve } from "./reading";

const KIND = "checkout.session";

const fits = ({ customer, customer_details: buyer, payment_intent, status, subscription }: Stripe.Checkout.Session, params: Stripe.Checkout.SessionListParams) =>
  isAsked(params.customer, customer) &&
  isAsked(params.customer_details?.email, buyer?.email) &&
  isAsked(params.payment_intent, payment_intent) &&
  isAsked(params.status, status) &&
  isAsked(params.subscription, subscription);

const lineItems = (books: Books, call: Call) => {
  const { id, line_items } = named(books, KIND, call, "session");
  return listOf(line_items?.data ?? [], call, `/v1/checkout/sessions/${id}/line_items`);
};

export const checkoutRoutes: Routes = {
  "POST /v1/checkout/sessions": (books, { params, baseUrl }: Call<Stripe.Checkout.SessionCreateParams>) => createCheckoutSession(books, params, baseUrl),
  "GET /v1/checkout/sessions": listing(KIND, "/v1/checkout/sessions", fits),
  "GET /v1/checkout/sessions/:session": retrieve(KIND, "session"),
  "GET /v1/checkout/sessions/:session/line_items": lineItems,
  "POST /v1/checkout/sessions/:session/expire": (books, call) => expireCheckout(books, named(books, KIND, call, "session").id),
};
