import type Stripe from "stripe";

import { randomLetters, type Books } from "../../books";
import { said } from "../said";

export interface NewPayment {
  amount: number;
  currency: string;
  customer: string | null;
  description?: string | null;
  metadata?: Stripe.Metadata;
  payment_method?: string | null;
  payment_method_types?: string[];
  setup_future_usage?: Stripe.PaymentIntent["setup_future_usage"];
  capture_method?: Stripe.PaymentIntent["capture_method"];
  confirmation_method?: Stripe.PaymentIntent["confirmation_method"];
  receipt_email?: string | null;
  shipping?: Stripe.PaymentIntent.Shipping | null;
  statement_descriptor?: string | null;
}

const UNSAID = {
  capture_method: "automatic_async",
  confirmation_method: "automatic",
  description: null,
  metadata: {},
  payment_method: null,
  payment_method_types: ["card"],
  receipt_email: null,
  setup_future_usage: null,
  shipping: null,
  statement_descriptor: null,
} satisfies Partial<Stripe.PaymentIntent>;

const UNUSED = {
  allowed_payment_method_types: null,
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  canceled_at: null,
  cancellation_reason: null,
  customer_account: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  managed_payments: null,
  next_action: null,
  on_behalf_of: null,
  payment_method_configuration_details: null,
  payment_method_options: { card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" } },
  payment_record: null,
  processing: null,
  review: null,
  source: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<Stripe.PaymentIntent>;

/** Files what is to be paid; nothing is charged yet. */
export function filePaymentIntent(books: Books, payment: NewPayment): Stripe.PaymentIntent {
  const id = books.newId("pi");
  const intent: Stripe.PaymentIntent = {
    ...UNUSED,
    id,
    object: "payment_intent",
    automatic_payment_methods: payment.payment_method_types ? null : { allow_redirects: "always", enabled: true },
    client_secret: `${id}_secret_${randomLetters(25)}`,
    created: books.now(payment.customer),
    livemode: false,
    status: payment.payment_method ? "requires_confirmation" : "requires_payment_method",
    ...UNSAID,
    ...said(payment),
  };
  return books.create("payment_intent", intent, "payment_intent.created");
}
