import Stripe from "stripe";

import { seconds } from "../../platform/clock";
import { CardDeclined, NotPossible, PaymentsUnavailable } from "./port";

/** Makes one call of the SDK with the time that is left, and translates what may go wrong. */
export type Ask = <Answer>(call: (options: Stripe.RequestOptions) => Promise<Answer>) => Promise<Answer>;

/** The longest wait of a job for one attempt; nobody sits in front of it. */
const PATIENT = { timeout: seconds(10), maxNetworkRetries: 2 };
/** The SDK waits up to this long (milliseconds) before its one retry. */
const PAUSE_BEFORE_RETRY = 500;
const SHORTEST = 100;

/** For jobs: patient, and tried again. */
export const askPatiently: Ask = (call) => translated(() => call(PATIENT));

/** For people: all calls made through it end within `duration` milliseconds from now, the SDK's retry included. */
export function askWithin(duration: number): Ask {
  const deadline = Date.now() + duration;
  return (call) => {
    const left = deadline - Date.now();
    if (left < SHORTEST) return Promise.reject(new PaymentsUnavailable("There is no time left to ask Stripe."));
    const timeout = Math.max(SHORTEST, Math.floor((left - PAUSE_BEFORE_RETRY) / 2));
    return translated(() => atMost(call({ timeout, maxNetworkRetries: 1 }), left));
  };
}

async function atMost<Answer>(answer: Promise<Answer>, duration: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new PaymentsUnavailable("Stripe did not answer in time.")), duration);
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    clearTimeout(timer);
  }
}

async function translated<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw translation(error);
  }
}

const { StripeError, StripeCardError, StripeInvalidRequestError, StripeIdempotencyError } = Stripe.errors;

/**
 * What of Stripe's errors the business knows: a refused card, and that Stripe is out of order, which is everything that isn't
 * our own mistake. A request that Stripe finds invalid is a bug of ours, and stays what it is.
 */
function translation(error: unknown): unknown {
  if (!(error instanceof StripeError)) return error;
  if (error instanceof StripeCardError) return new CardDeclined(error.message);
  if (error.code === "idempotency_key_in_use") return new PaymentsUnavailable("Stripe is still busy with the same call.");
  if (error instanceof StripeInvalidRequestError || error instanceof StripeIdempotencyError) return error;
  const { type, statusCode, requestId } = error;
  return new PaymentsUnavailable(`Stripe: ${type}${statusCode ? ` ${statusCode}` : ""}${requestId ? ` (${requestId})` : ""}`, statusCode !== undefined && statusCode >= 500);
}

export const isMissing = (error: unknown): boolean => error instanceof StripeInvalidRequestError && error.code === "resource_missing";

/** Whether Stripe won't do this with the thing as it is: ended, paid or expired meanwhile, most often. What it is now must be looked at. */
export const isStale = (error: unknown): boolean => error instanceof StripeInvalidRequestError && !isMissing(error) && error.statusCode === 400;

/** Stripe has no invoice to come. */
export const isNoneUpcoming = (error: unknown): boolean => error instanceof StripeInvalidRequestError && error.code === "invoice_upcoming_none";

/** Makes a call that Stripe may refuse for how things stand there: NotPossible then. */
export async function ifPossible<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw isMissing(error) || isStale(error) ? new NotPossible((error as Error).message) : error;
  }
}

/** What there is, or null for what Stripe doesn't know. */
export async function orNull<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
