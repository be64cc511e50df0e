import type Stripe from "stripe";

import { idOf, invalid, StripeRefusal, type Books } from "../../books";
import { DECLINES, markAuthenticated, noteOf, verdictOf, type DeclineName } from "../../cards";
import { follow } from "./aftermath";
import { feeOf, fileEntry } from "./balance";
import { fileCharge } from "./charge";

/** How a payment is attempted. */
export interface Attempt {
  method: Stripe.PaymentMethod;
  /** Its owner is not there to answer the bank. */
  offSession?: boolean;
  /** The bank's question: true, answered; false, failed; undefined, not asked yet. */
  authenticated?: boolean;
}

export type Outcome = { kind: "paid"; charge: Stripe.Charge } | { kind: "declined"; why: DeclineName } | { kind: "authenticate" } | { kind: "processing" };

type Verdict = DeclineName | "works" | "authenticate";

/** What the bank says to it, before anything is done. */
export function verdictOn(books: Books, { method, offSession, authenticated }: Attempt): Verdict {
  const verdict = verdictOf(books, method, offSession ? "later" : "pay");
  if (verdict !== "authenticate" || authenticated === undefined) return verdict;
  if (!authenticated) return "notAuthenticated";
  const after = verdictOf(books, method, "later");
  return after === "authenticate" ? "works" : after;
}

/** Attempts a payment, with all its traces: charge, events, and for a debit what follows later. */
export function attemptPayment(books: Books, intentId: string, attempt: Attempt): Outcome {
  const { method } = attempt;
  const intent = books.shelf("payment_intent").get(intentId);
  const debit = noteOf(books, method.id).debit;
  if (debit) return process(books, intent, method, debit);
  const verdict = verdictOn(books, attempt);
  if (verdict === "authenticate") return ask(books, intent, method);
  if (verdict !== "works") return decline(books, intent, method, verdict);
  if (attempt.authenticated) markAuthenticated(books, method.id);
  return succeed(books, intent, method, attempt.authenticated ?? false);
}

function ask(books: Books, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Outcome {
  const next_action: Stripe.PaymentIntent.NextAction = { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: "" } };
  books.change("payment_intent", intent.id, { payment_method: method.id, status: "requires_action", next_action, last_payment_error: null }, "payment_intent.requires_action");
  return { kind: "authenticate" };
}

function decline(books: Books, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, why: DeclineName): Outcome {
  const charge = fileCharge(books, intent, method, { declined: why });
  const { code, decline_code, message, advice } = DECLINES[why];
  const last_payment_error: Stripe.PaymentIntent.LastPaymentError = { advice_code: advice, charge: charge.id, code, decline_code, message, payment_method: method, type: "card_error" };
  books.change("payment_intent", intent.id, { latest_charge: charge.id, last_payment_error, payment_method: null, next_action: null, status: "requires_payment_method" }, "payment_intent.payment_failed");
  return { kind: "declined", why };
}

function succeed(books: Books, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, authenticated: boolean): Outcome {
  const filed = fileCharge(books, intent, method, { authenticated });
  const common = { latest_charge: filed.id, last_payment_error: null, payment_method: method.id, next_action: null };
  if (intent.capture_method === "manual") {
    books.change("payment_intent", intent.id, { ...common, amount_capturable: intent.amount, status: "requires_capture" }, "payment_intent.amount_capturable_updated");
    return { kind: "paid", charge: filed };
  }
  const charge = settleCharge(books, filed);
  books.change("payment_intent", intent.id, { ...common, amount_received: intent.amount, status: "succeeded" }, "payment_intent.succeeded");
  follow(books, charge, noteOf(books, method.id).behaviour);
  return { kind: "paid", charge: books.shelf("charge").get(charge.id) };
}

/** Enters what came in; `charge.updated` tells of it, as Stripe's does. */
export function settleCharge(books: Books, { id, amount, currency }: Stripe.Charge): Stripe.Charge {
  const entry = fileEntry(books, { amount, currency, fee: feeOf(amount), source: id, type: "charge", category: "charge" });
  return books.change("charge", id, { balance_transaction: entry.id }, "charge.updated");
}

/** What a debit under way waits for. */
export interface Debit {
  intent: string;
  ends: "succeeds" | "fails";
  at: number;
}

const UNDER_WAY = "debits:under-way";

export const debitsUnderWay = (books: Books): readonly Debit[] => books.note<Debit[]>(UNDER_WAY) ?? [];

function process(books: Books, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, { ends, after }: { ends: Debit["ends"]; after: number }): Outcome {
  const charge = fileCharge(books, intent, method, { pending: true });
  books.change("payment_intent", intent.id, { latest_charge: charge.id, payment_method: method.id, status: "processing", last_payment_error: null }, "payment_intent.processing");
  books.setNote(UNDER_WAY, [...debitsUnderWay(books), { intent: intent.id, ends, at: books.now(idOf(intent.customer)) + after }]);
  return { kind: "processing" };
}

/** The bank has answered to a debit. */
export function settleDebit(books: Books, { intent: id, ends }: Debit): Outcome {
  books.setNote(UNDER_WAY, debitsUnderWay(books).filter(({ intent }) => intent !== id));
  const intent = books.shelf("payment_intent").get(id);
  const charge = books.shelf("charge").get(idOf(intent.latest_charge) ?? "");
  if (ends === "succeeds") {
    books.change("charge", charge.id, { status: "succeeded", paid: true, captured: true, amount_captured: charge.amount }, "charge.succeeded");
    books.change("payment_intent", id, { amount_received: intent.amount, status: "succeeded" }, "payment_intent.succeeded");
    return { kind: "paid", charge: settleCharge(books, charge) };
  }
  const { code, decline_code, message, advice } = DECLINES.debitFailed;
  books.change("charge", charge.id, { status: "failed", failure_code: code, failure_message: message }, "charge.failed");
  const last_payment_error: Stripe.PaymentIntent.LastPaymentError = { advice_code: advice, charge: charge.id, code, decline_code, message, payment_method_type: "sepa_debit", type: "card_error" };
  books.change("payment_intent", id, { status: "requires_payment_method", payment_method: null, last_payment_error }, "payment_intent.payment_failed");
  return { kind: "declined", why: "debitFailed" };
}

const CANCELABLE = ["requires_payment_method", "requires_capture", "requires_confirmation", "requires_action", "processing"];

export function cancelPayment(books: Books, id: string, reason: Stripe.PaymentIntent["cancellation_reason"]): Stripe.PaymentIntent {
  const intent = books.shelf("payment_intent").get(id);
  if (!CANCELABLE.includes(intent.status)) throw unexpectedState(intent, "cancel");
  return books.change("payment_intent", id, { status: "canceled", canceled_at: books.now(idOf(intent.customer)), cancellation_reason: reason, next_action: null, amount_capturable: 0 }, "payment_intent.canceled");
}

export const unexpectedState = (intent: Stripe.PaymentIntent, verb: string): Error =>
  Object.assign(invalid(`You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`, { code: "payment_intent_unexpected_state" }));

/** The answer to a call whose card was refused; what it left in the books stays. */
export function cardError(books: Books, intentId: string, why: DeclineName): StripeRefusal {
  const intent = books.shelf("payment_intent").get(intentId);
  const { code, decline_code, message, advice } = DECLINES[why];
  const charge = idOf(intent.latest_charge) ?? undefined;
  return new StripeRefusal(402, { type: "card_error", code, decline_code, message, advice_code: advice, charge, payment_intent: intent, payment_method: intent.last_payment_error?.payment_method }, true);
}
