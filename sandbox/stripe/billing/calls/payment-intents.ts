import type Stripe from "stripe";

import { idOf, invalid, StripeRefusal, type Books } from "../../books";
import { attach, methodNamed } from "../../cards";
import { fullAddress } from "../address";
import { mergedMetadata, newMetadata } from "../metadata";
import { attemptPayment, cancelPayment, cardError, settleCharge, unexpectedState, type Outcome } from "../payments/confirm";
import { invoicePaidBy } from "../invoices/invoice-payments";
import { settleInvoice } from "../invoices/settle";
import { filePaymentIntent } from "../payments/payment-intent";

type Shipping = Stripe.PaymentIntentCreateParams.Shipping;

/** Files a payment, and with `confirm` attempts it. */
export function createPaymentIntent(books: Books, params: Stripe.PaymentIntentCreateParams): Stripe.PaymentIntent {
  if (params.amount < 1) throw invalid("This value must be greater than or equal to 1.", { param: "amount", code: "parameter_invalid_integer" });
  if (params.customer) books.shelf("customer").get(params.customer, "customer");
  const intent = filePaymentIntent(books, {
    amount: params.amount,
    currency: params.currency.toLowerCase(),
    customer: params.customer ?? null,
    description: params.description,
    metadata: newMetadata(params.metadata),
    payment_method: params.payment_method ? methodNamed(books, params.payment_method).id : null,
    payment_method_types: params.allowed_payment_method_types,
    setup_future_usage: params.setup_future_usage ?? null,
    capture_method: params.capture_method,
    confirmation_method: params.confirmation_method,
    receipt_email: params.receipt_email,
    shipping: params.shipping ? shippingOf(params.shipping) : null,
    statement_descriptor: params.statement_descriptor,
  });
  return params.confirm ? confirmPaymentIntent(books, intent.id, { off_session: params.off_session }) : intent;
}

const shippingOf = ({ address, carrier, name, phone, tracking_number }: Shipping): Stripe.PaymentIntent.Shipping => ({
  address: fullAddress(address) ?? undefined,
  carrier: carrier ?? null,
  name,
  phone: phone ?? null,
  tracking_number: tracking_number ?? null,
});

const CHANGEABLE = ["requires_payment_method", "requires_confirmation", "requires_action"];

export function updatePaymentIntent(books: Books, id: string, params: Stripe.PaymentIntentUpdateParams): Stripe.PaymentIntent {
  const intent = books.shelf("payment_intent").get(id);
  const isAnother = [params.amount, params.currency, params.payment_method].some((value) => value !== undefined);
  if (isAnother && !CHANGEABLE.includes(intent.status)) throw unexpectedState(intent, "update");
  return books.change("payment_intent", id, { ...paymentAfter(books, params), ...wordsAfter(intent, params) });
}

const paymentAfter = (books: Books, { amount, currency, customer, payment_method: method, setup_future_usage: usage }: Stripe.PaymentIntentUpdateParams): Partial<Stripe.PaymentIntent> => ({
  ...(amount !== undefined && { amount }),
  ...(currency !== undefined && { currency: currency.toLowerCase() }),
  ...(customer !== undefined && { customer: books.shelf("customer").get(customer, "customer").id }),
  ...(usage !== undefined && { setup_future_usage: usage || null }),
  ...(method !== undefined && { payment_method: methodNamed(books, method).id, status: "requires_confirmation" }),
});

const wordsAfter = ({ metadata: before }: Stripe.PaymentIntent, { description, metadata, receipt_email }: Stripe.PaymentIntentUpdateParams): Partial<Stripe.PaymentIntent> => ({
  ...(description !== undefined && { description: description || null }),
  ...(metadata !== undefined && { metadata: mergedMetadata(before, metadata) }),
  ...(receipt_email !== undefined && { receipt_email: receipt_email || null }),
});

const CONFIRMABLE = ["requires_payment_method", "requires_confirmation", "requires_action"];

/** Attempts a payment. A refused card is an error, and leaves its traces; a question of the bank's leaves it waiting. */
export function confirmPaymentIntent(books: Books, id: string, params: Stripe.PaymentIntentConfirmParams = {}): Stripe.PaymentIntent {
  const intent = books.shelf("payment_intent").get(id);
  if (!CONFIRMABLE.includes(intent.status)) throw unexpectedState(intent, "confirm");
  const named = params.payment_method ?? idOf(intent.payment_method);
  if (!named) throw invalid("You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.", { code: "payment_intent_unexpected_state" });
  const usage = params.setup_future_usage;
  if (usage !== undefined) books.change("payment_intent", id, { setup_future_usage: usage || null });
  const outcome = attemptPayment(books, id, { method: methodNamed(books, named), offSession: Boolean(params.off_session) });
  return conclude(books, id, outcome, Boolean(params.off_session ?? params.error_on_requires_action));
}

/** What came of an attempt reaches the invoice, too, that it pays. */
function conclude(books: Books, id: string, outcome: Outcome, isAlone: boolean): Stripe.PaymentIntent {
  const invoice = invoicePaidBy(books, id);
  if (invoice) settleInvoice(books, invoice.id, outcome, "by-hand");
  if (outcome.kind === "declined") throw cardError(books, id, outcome.why);
  if (outcome.kind === "authenticate" && isAlone) throw authenticationRequired(books, id);
  const intent = books.shelf("payment_intent").get(id);
  const customer = idOf(intent.customer);
  const method = idOf(intent.payment_method);
  if (outcome.kind === "paid" && customer && method && intent.setup_future_usage) attach(books, books.shelf("payment_method").get(method), customer);
  return intent;
}

function authenticationRequired(books: Books, id: string): StripeRefusal {
  const payment_intent = books.shelf("payment_intent").get(id);
  return new StripeRefusal(402, { type: "card_error", code: "authentication_required", decline_code: "authentication_required", message: "Your card was declined. This transaction requires authentication.", payment_intent }, true);
}

/** Takes the money that a card was only asked to hold. */
export function capturePaymentIntent(books: Books, id: string, { amount_to_capture }: Stripe.PaymentIntentCaptureParams = {}): Stripe.PaymentIntent {
  const intent = books.shelf("payment_intent").get(id);
  if (intent.status !== "requires_capture") throw unexpectedState(intent, "capture");
  const amount = amount_to_capture ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) throw invalid("The amount to capture is larger than the amount capturable.", { param: "amount_to_capture", code: "amount_too_large" });
  takeHeld(books, idOf(intent.latest_charge) ?? "", amount);
  return books.change("payment_intent", id, { amount_capturable: 0, amount_received: amount, status: "succeeded" }, "payment_intent.succeeded");
}

/** The rest of what was held goes back at once. */
export function takeHeld(books: Books, chargeId: string, amount: number): Stripe.Charge {
  const charge = books.shelf("charge").get(chargeId);
  const captured = books.change("charge", charge.id, { captured: true, amount_captured: amount, amount_refunded: charge.amount - amount }, "charge.captured");
  return settleCharge(books, { ...captured, amount });
}

export const cancelPaymentIntent = (books: Books, id: string, { cancellation_reason }: Stripe.PaymentIntentCancelParams = {}): Stripe.PaymentIntent => cancelPayment(books, id, cancellation_reason ?? null);
