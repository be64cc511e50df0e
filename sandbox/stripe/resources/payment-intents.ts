import type Stripe from "stripe";

import { cancelPaymentIntent, cancelSetupIntent, capturePaymentIntent, confirmPaymentIntent, confirmSetupIntent, createPaymentIntent, createSetupIntent, updatePaymentIntent, updateSetupIntent } from "../billing";
import type { Books, Call, Routes } from "../books";
import { isAsked, listing, named, retrieve } from "./reading";

/** A call about one that is there already, the path's `:intent`. */
const about =
  <Params>(kind: "payment_intent" | "setup_intent", work: (books: Books, id: string, params: Params) => object) =>
  (books: Books, call: Call<Params & object>) =>
    work(books, named(books, kind, call, "intent").id, call.params);

const pays = ({ customer }: Stripe.PaymentIntent, params: Stripe.PaymentIntentListParams) => isAsked(params.customer, customer);
const keeps = ({ customer, payment_method }: Stripe.SetupIntent, params: Stripe.SetupIntentListParams) => isAsked(params.customer, customer) && isAsked(params.payment_method, payment_method);

export const intentRoutes: Routes = {
  "POST /v1/payment_intents": (books, { params }: Call<Stripe.PaymentIntentCreateParams>) => createPaymentIntent(books, params),
  "GET /v1/payment_intents": listing("payment_intent", "/v1/payment_intents", pays),
  "GET /v1/payment_intents/:intent": retrieve("payment_intent", "intent"),
  "POST /v1/payment_intents/:intent": about("payment_intent", updatePaymentIntent),
  "POST /v1/payment_intents/:intent/confirm": about("payment_intent", confirmPaymentIntent),
  "POST /v1/payment_intents/:intent/capture": about("payment_intent", capturePaymentIntent),
  "POST /v1/payment_intents/:intent/cancel": about("payment_intent", cancelPaymentIntent),
  "POST /v1/setup_intents": (books, { params }: Call<Stripe.SetupIntentCreateParams>) => createSetupIntent(books, params),
  "GET /v1/setup_intents": listing("setup_intent", "/v1/setup_intents", keeps),
  "GET /v1/setup_intents/:intent": retrieve("setup_intent", "intent"),
  "POST /v1/setup_intents/:intent": about("setup_intent", updateSetupIntent),
  "POST /v1/setup_intents/:intent/confirm": about("setup_intent", confirmSetupIntent),
  "POST /v1/setup_intents/:intent/cancel": about("setup_intent", cancelSetupIntent),
};
