import type Stripe from "stripe";

import { newMetadata } from "../metadata";
import { said } from "../said";

type Params = Stripe.Checkout.SessionCreateParams;
type Session = Stripe.Checkout.Session;

/** A session as its parameters describe it, before anything is known of customer, amounts and time. */
export function emptySession(params: Params): Omit<Session, "id" | "created" | "expires_at"> {
  const { mode = "payment", metadata, customer = null, customer_email: email = null, allowed_payment_method_types: types = ["card"], discounts = [] } = params;
  return {
    ...UNUSED,
    object: "checkout.session",
    ...wordsOf(params),
    ...pagesOf(params),
    amount_subtotal: null,
    amount_total: null,
    automatic_tax: taxesOf(params),
    collected_information: null,
    currency: null,
    customer,
    customer_creation: creationIn(params),
    customer_details: email === null ? null : { ...NOBODY, email },
    customer_email: email,
    discounts: discounts.map(({ coupon = null, promotion_code = null }) => ({ coupon, promotion_code })),
    invoice: null,
    line_items: undefined,
    livemode: false,
    metadata: newMetadata(metadata),
    mode,
    payment_intent: null,
    payment_method_collection: mode === "payment" ? "if_required" : (params.payment_method_collection ?? "always"),
    payment_method_options: { card: { request_three_d_secure: "automatic" } },
    payment_method_types: types,
    payment_status: mode === "setup" ? "no_payment_required" : "unpaid",
    setup_intent: null,
    status: "open",
    subscription: null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  };
}

/** Asked for, taxes are reckoned, and come to nothing: the sandbox knows no rates. */
const taxesOf = ({ automatic_tax }: Params): Session["automatic_tax"] =>
  automatic_tax?.enabled ? { enabled: true, liability: { type: "self" }, provider: "stripe", status: "complete" } : { enabled: false, liability: null, provider: null, status: null };

/** A payment may be a guest's; what goes on belongs to a customer. */
function creationIn({ customer, mode, customer_creation = "if_required" }: Params): Session["customer_creation"] {
  if (customer) return null;
  return mode === "payment" ? customer_creation : "always";
}

/** What is kept as it was said. */
type Words = Pick<Session, "allow_promotion_codes" | "billing_address_collection" | "client_reference_id" | "locale" | "submit_type" | "allowed_payment_method_types" | "phone_number_collection" | "tax_id_collection">;
const UNSAID = { allow_promotion_codes: null, allowed_payment_method_types: null, billing_address_collection: null, client_reference_id: null, locale: null, phone_number_collection: { enabled: false }, submit_type: null } satisfies Words;

function wordsOf({ allow_promotion_codes, allowed_payment_method_types, billing_address_collection, client_reference_id, locale, phone_number_collection, submit_type, tax_id_collection: ids }: Params): Words {
  return {
    ...UNSAID,
    ...said({ allow_promotion_codes, allowed_payment_method_types, billing_address_collection, client_reference_id, locale, phone_number_collection, submit_type }),
    ...(ids && { tax_id_collection: { enabled: ids.enabled, required: ids.required ?? "never" } }),
  };
}

const pagesOf = ({ cancel_url, success_url, return_url, ui_mode, redirect_on_completion }: Params): Pick<Session, "cancel_url" | "success_url" | "return_url" | "ui_mode" | "redirect_on_completion" | "client_secret" | "url"> => ({
  cancel_url: cancel_url ?? null,
  client_secret: null,
  success_url: success_url ?? null,
  ...(return_url && { return_url }),
  ...(redirect_on_completion && { redirect_on_completion }),
  ui_mode: ui_mode ?? "hosted_page",
  url: null,
});

export const NOBODY: Stripe.Checkout.Session.CustomerDetails = { address: null, business_name: null, email: null, individual_name: null, name: null, phone: null, tax_exempt: "none", tax_ids: null };

const UNUSED = {
  adaptive_pricing: null,
  after_expiration: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer_account: null,
  integration_identifier: null,
  invoice_creation: null,
  managed_payments: null,
  origin_context: null,
  payment_link: null,
  payment_method_configuration_details: null,
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  wallet_options: null,
} satisfies Partial<Session>;
