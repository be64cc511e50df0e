import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { methodNamed } from "../../cards";
import { mergedMetadata, newMetadata } from "../metadata";
import { attemptSetup, cancelSetup, fileSetupIntent, setupError } from "../payments/setup-intent";

export function createSetupIntent(books: Books, params: Stripe.SetupIntentCreateParams): Stripe.SetupIntent {
  if (params.customer) books.shelf("customer").get(params.customer, "customer");
  const intent = fileSetupIntent(books, {
    customer: params.customer ?? null,
    description: params.description,
    metadata: newMetadata(params.metadata),
    usage: params.usage,
    payment_method_types: params.allowed_payment_method_types,
  });
  const named = params.payment_method && methodNamed(books, params.payment_method).id;
  const ready = named ? books.change("setup_intent", intent.id, { payment_method: named, status: "requires_confirmation" }) : intent;
  return params.confirm ? confirmSetupIntent(books, ready.id) : ready;
}

export function updateSetupIntent(books: Books, id: string, params: Stripe.SetupIntentUpdateParams): Stripe.SetupIntent {
  const intent = books.shelf("setup_intent").get(id);
  return books.change("setup_intent", id, {
    ...(params.customer !== undefined && { customer: books.shelf("customer").get(params.customer, "customer").id }),
    ...(params.description !== undefined && { description: params.description }),
    ...(params.metadata !== undefined && { metadata: mergedMetadata(intent.metadata, params.metadata) }),
    ...(params.payment_method !== undefined && { payment_method: methodNamed(books, params.payment_method).id, status: "requires_confirmation" }),
  });
}

/** Keeps the method for later, or waits for the bank's question. A refused card is an error, and leaves its traces. */
export function confirmSetupIntent(books: Books, id: string, params: Stripe.SetupIntentConfirmParams = {}): Stripe.SetupIntent {
  const intent = books.shelf("setup_intent").get(id);
  const named = params.payment_method ?? idOf(intent.payment_method);
  if (intent.status === "succeeded" || intent.status === "canceled") throw invalid(`You cannot confirm this SetupIntent because it has a status of ${intent.status}.`, { code: "setup_intent_unexpected_state" });
  if (!named) throw invalid("You cannot confirm this SetupIntent because it's missing a payment method.", { code: "setup_intent_unexpected_state" });
  const outcome = attemptSetup(books, id, methodNamed(books, named));
  if (outcome.kind === "declined") throw setupError(books, id, outcome.why);
  return books.shelf("setup_intent").get(id);
}

export const cancelSetupIntent = (books: Books, id: string, { cancellation_reason }: Stripe.SetupIntentCancelParams = {}): Stripe.SetupIntent => cancelSetup(books, id, cancellation_reason ?? null);
