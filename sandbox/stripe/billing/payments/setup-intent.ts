import type Stripe from "stripe";

import { idOf, invalid, randomLetters, StripeRefusal, type Books } from "../../books";
import { attach, DECLINES, markAuthenticated, verdictOf, type DeclineName } from "../../cards";

export interface NewSetup {
  customer: string | null;
  description?: string | null;
  metadata?: Stripe.Metadata;
  usage?: string;
  payment_method_types?: string[];
}

/** Files the wish to keep a payment method for later. */
export function fileSetupIntent(books: Books, { customer, description, metadata, usage, payment_method_types }: NewSetup): Stripe.SetupIntent {
  const id = books.newId("seti");
  const intent: Stripe.SetupIntent = {
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: payment_method_types ? null : { allow_redirects: "always", enabled: true },
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomLetters(24)}`,
    created: books.now(customer),
    customer,
    customer_account: null,
    description: description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: "automatic" } },
    payment_method_types: payment_method_types ?? ["card"],
    single_use_mandate: null,
    status: "requires_payment_method",
    usage: usage ?? "off_session",
  };
  return books.create("setup_intent", intent, "setup_intent.created");
}

export type SetupOutcome = { kind: "kept"; method: Stripe.PaymentMethod } | { kind: "declined"; why: DeclineName } | { kind: "authenticate" };

/** Keeps a payment method for later, when the bank agrees; with a customer it is attached to it. */
export function attemptSetup(books: Books, id: string, method: Stripe.PaymentMethod, authenticated?: boolean): SetupOutcome {
  const intent = books.shelf("setup_intent").get(id);
  const verdict = verdictOf(books, method, "keep");
  if (verdict === "authenticate" && authenticated === undefined) {
    const next_action: Stripe.SetupIntent.NextAction = { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: "" } };
    books.change("setup_intent", id, { payment_method: method.id, status: "requires_action", next_action }, "setup_intent.requires_action");
    return { kind: "authenticate" };
  }
  const why = verdict === "authenticate" ? (authenticated ? undefined : "notAuthenticated") : verdict === "works" ? undefined : verdict;
  if (why !== undefined) return refuse(books, intent, method, why);
  if (authenticated) markAuthenticated(books, method.id);
  const customer = idOf(intent.customer);
  const kept = customer ? attach(books, method, customer) : method;
  books.change("setup_intent", id, { payment_method: kept.id, status: "succeeded", next_action: null, last_setup_error: null }, "setup_intent.succeeded");
  return { kind: "kept", method: kept };
}

function refuse(books: Books, { id }: Stripe.SetupIntent, method: Stripe.PaymentMethod, why: DeclineName): SetupOutcome {
  const { code, decline_code, message } = DECLINES[why];
  const last_setup_error: Stripe.SetupIntent.LastSetupError = { code, decline_code, message, payment_method: method, type: "card_error" };
  books.change("setup_intent", id, { payment_method: null, status: "requires_payment_method", next_action: null, last_setup_error }, "setup_intent.setup_failed");
  return { kind: "declined", why };
}

export function setupError(books: Books, id: string, why: DeclineName): StripeRefusal {
  const intent = books.shelf("setup_intent").get(id);
  const { code, decline_code, message } = DECLINES[why];
  return new StripeRefusal(402, { type: "card_error", code, decline_code, message, setup_intent: intent, payment_method: intent.last_setup_error?.payment_method }, true);
}

export function cancelSetup(books: Books, id: string, reason: Stripe.SetupIntent["cancellation_reason"]): Stripe.SetupIntent {
  const { status } = books.shelf("setup_intent").get(id);
  if (status === "succeeded" || status === "canceled") throw invalid(`You cannot cancel this SetupIntent because it has a status of ${status}.`, { code: "setup_intent_unexpected_state" });
  return books.change("setup_intent", id, { status: "canceled", cancellation_reason: reason, next_action: null }, "setup_intent.canceled");
}
