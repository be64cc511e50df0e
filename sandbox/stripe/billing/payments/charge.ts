import type Stripe from "stripe";

import { idOf, randomLetters, type Books } from "../../books";
import { DECLINES, type DeclineName } from "../../cards";

const RISK = 23;

/** What a charge is for: a payment intent, or a call that charges without one. */
export type Asked = Pick<Stripe.PaymentIntent, "amount" | "currency" | "customer" | "description" | "metadata" | "capture_method" | "receipt_email" | "shipping"> & { id: string | null };

/** Files a charge by `method` for what the payment asks; `declined` says why it failed. */
export function fileCharge(books: Books, intent: Asked, method: Stripe.PaymentMethod, { declined, authenticated = false, pending = false }: { declined?: DeclineName; authenticated?: boolean; pending?: boolean }): Stripe.Charge {
  const id = books.newId("ch");
  const status = declined === undefined ? (pending ? "pending" : "succeeded") : "failed";
  const paid = status === "succeeded";
  const captured = paid && intent.capture_method !== "manual";
  const charge: Stripe.Charge = {
    ...UNUSED,
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: "ETUDE",
    captured,
    created: books.now(idOf(intent.customer)),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    ...failureOf(declined),
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    outcome: outcomeOf(declined),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(method, { intent, authenticated }),
    receipt_email: intent.receipt_email,
    receipt_url: null,
    refunded: false,
    refunds: { object: "list", data: [], has_more: false, url: `/v1/charges/${id}/refunds` },
    shipping: intent.shipping as Stripe.Charge.Shipping | null,
    status,
  };
  return books.create("charge", charge, TOLD[status]);
}

/** Written out: the contract knows which events are sent by the texts that name them. */
const TOLD = { succeeded: "charge.succeeded", pending: "charge.pending", failed: "charge.failed" } as const;

function failureOf(declined: DeclineName | undefined): Pick<Stripe.Charge, "failure_code" | "failure_message"> {
  if (declined === undefined) return { failure_code: null, failure_message: null };
  const { code, message } = DECLINES[declined];
  return { failure_code: code, failure_message: message };
}

const UNUSED = {
  application: null,
  application_fee: null,
  application_fee_amount: null,
  failure_balance_transaction: null,
  on_behalf_of: null,
  receipt_number: null,
  review: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} satisfies Partial<Stripe.Charge>;

function outcomeOf(declined: DeclineName | undefined): Stripe.Charge.Outcome {
  if (declined === undefined) {
    return { advice_code: null, network_advice_code: null, network_decline_code: null, network_status: "approved_by_network", reason: null, risk_level: "normal", risk_score: RISK, seller_message: "Payment complete.", type: "authorized" };
  }
  const { decline_code, advice } = DECLINES[declined];
  return { advice_code: advice, network_advice_code: null, network_decline_code: "05", network_status: "declined_by_network", reason: decline_code, risk_level: "normal", risk_score: RISK, seller_message: "The bank did not return any further details with this decline.", type: "issuer_declined" };
}

function detailsOf({ card, sepa_debit: account }: Stripe.PaymentMethod, { intent, authenticated }: { intent: Asked; authenticated: boolean }): Stripe.Charge.PaymentMethodDetails {
  if (account) {
    const { bank_code, branch_code, country, fingerprint, last4 } = account;
    return { type: "sepa_debit", sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate: null } };
  }
  if (!card) return { type: "card" };
  const { brand, checks, country, exp_month, exp_year, fingerprint, funding, last4, regulated_status } = card;
  return {
    type: "card",
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand,
      checks,
      country,
      electronic_commerce_indicator: authenticated ? "05" : null,
      exp_month,
      exp_year,
      fingerprint,
      funding,
      installments: null,
      last4,
      mandate: null,
      network: brand,
      network_transaction_id: randomLetters(15),
      regulated_status,
      three_d_secure: authenticated ? AUTHENTICATED : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

const AUTHENTICATED: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: "challenge",
  electronic_commerce_indicator: "05",
  exemption_indicator: null,
  result: "authenticated",
  result_reason: null,
  transaction_id: null,
  version: "2.2.0",
};
