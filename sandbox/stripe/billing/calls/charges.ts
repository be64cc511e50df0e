import type Stripe from "stripe";

import { idOf, invalid, StripeRefusal, type Books } from "../../books";
import { DECLINES, methodNamed, noteOf } from "../../cards";
import { newMetadata } from "../metadata";
import { follow } from "../payments/aftermath";
import { fileCharge, type Asked } from "../payments/charge";
import { settleCharge, verdictOn } from "../payments/confirm";
import { takeHeld } from "./payment-intents";

/** Charges a card without a payment intent, the old way, which Stripe's command line still goes. */
export function createCharge(books: Books, params: Stripe.ChargeCreateParams): Stripe.Charge {
  const customer = params.customer ? books.shelf("customer").get(params.customer, "customer") : null;
  const named = params.source ?? idOf(customer?.invoice_settings.default_payment_method);
  if (!named) throw invalid("Must provide source or customer.", { code: "parameter_missing" });
  const method = methodNamed(books, named, "source");
  const asked = askedBy(params, customer);
  const verdict = verdictOn(books, { method, offSession: true });
  if (verdict === "works") return succeed(books, asked, method);
  const why = verdict === "authenticate" ? "authenticationRequired" : verdict;
  const failed = fileCharge(books, asked, method, { declined: why });
  const { code, decline_code, message } = DECLINES[why];
  throw new StripeRefusal(402, { type: "card_error", code, decline_code, message, charge: failed.id }, true);
}

function askedBy({ amount, currency, capture, description, metadata, receipt_email }: Stripe.ChargeCreateParams, customer: Stripe.Customer | null): Asked {
  if (amount === undefined || !currency) throw invalid(`Missing required param: ${amount === undefined ? "amount" : "currency"}.`, { code: "parameter_missing" });
  return {
    id: null,
    amount,
    currency: currency.toLowerCase(),
    customer: customer && customer.id,
    description: description ?? null,
    metadata: newMetadata(metadata),
    capture_method: capture === false ? "manual" : "automatic",
    receipt_email: receipt_email ?? null,
    shipping: null,
  };
}

function succeed(books: Books, asked: Asked, method: Stripe.PaymentMethod): Stripe.Charge {
  const charge = fileCharge(books, asked, method, {});
  if (asked.capture_method === "manual") return charge;
  follow(books, settleCharge(books, charge), noteOf(books, method.id).behaviour);
  return books.shelf("charge").get(charge.id);
}

export function captureCharge(books: Books, id: string, { amount }: Stripe.ChargeCaptureParams = {}): Stripe.Charge {
  const charge = books.shelf("charge").get(id);
  if (charge.captured) throw invalid(`Charge ${id} has already been captured.`, { code: "charge_already_captured" });
  if (charge.status !== "succeeded") throw invalid(`Charge ${id} can't be captured.`);
  return takeHeld(books, id, amount ?? charge.amount);
}
