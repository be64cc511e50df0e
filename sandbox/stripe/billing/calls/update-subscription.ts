import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { mergedMetadata } from "../metadata";
import { changeSubscription, isOver, periodEnd } from "../subscriptions/change";
import { redeem } from "../subscriptions/discounts";
import { NO_DETAILS } from "../subscriptions/end";
import { endTrialNow } from "../subscriptions/trial";
import { changeBilling, type PaymentBehavior } from "../subscriptions/update";
import { billingChange } from "./billing-change";
import { paymentSettings, trialSettings } from "./create-subscription";
import { ownMethod } from "./customers";
import { filePutAside } from "./invoice-items";

type Params = Omit<Stripe.SubscriptionUpdateParams, "proration_behavior"> & { proration_behavior?: string };

/** Changes a subscription: first what is only said of it, then what is bought, with what that costs. */
export function updateSubscription(books: Books, id: string, params: Params): Stripe.Subscription {
  const subscription = books.shelf("subscription").get(id);
  const { add_invoice_items: more = [], trial_end, payment_behavior = "allow_incomplete", off_session: offSession = false } = params;
  if (isOver(subscription)) return changeEnded(books, subscription, params);
  for (const item of more) filePutAside(books, { ...item, period: undefined, customer: idOf(subscription.customer) ?? "", currency: subscription.currency, subscription: id });
  const plain = plainChanges(books, subscription, params);
  if (trial_end === "now") return endTrialWith(books, subscription, plain);
  const change = billingChange(params);
  if (!change) return changeSubscription(books, id, plain);
  if (payment_behavior === "pending_if_incomplete") refuseWithPending(params);
  return changeBilling(books, id, change, { behavior: payment_behavior as PaymentBehavior, offSession, plain });
}

function endTrialWith(books: Books, { id, status }: Stripe.Subscription, plain: Partial<Stripe.Subscription>): Stripe.Subscription {
  changeSubscription(books, id, plain);
  if (status === "trialing") endTrialNow(books, id);
  return books.shelf("subscription").get(id);
}

function changeEnded(books: Books, { id, metadata, cancellation_details }: Stripe.Subscription, params: Params): Stripe.Subscription {
  const { metadata: changes, cancellation_details: details, expand: _, ...others } = params;
  if (Object.keys(others).length > 0) throw invalid("A canceled subscription can only update its cancellation_details and metadata.");
  return changeSubscription(books, id, { metadata: mergedMetadata(metadata, changes), ...(details && { cancellation_details: detailsAfter(cancellation_details, details) }) });
}

/** Parameters that a change may have that waits for its payment (docs.stripe.com/billing/subscriptions/pending-updates-reference). */
const MAY_WAIT = new Set(["items", "proration_behavior", "proration_date", "payment_behavior", "off_session", "expand", "trial_end", "billing_cycle_anchor", "discounts", "add_invoice_items", "trial_from_plan"]);

function refuseWithPending(params: Params): void {
  const wrong = Object.keys(params).find((name) => !MAY_WAIT.has(name));
  if (wrong) throw invalid(`When \`payment_behavior\` is \`pending_if_incomplete\`, you can only pass supported params. Unsupported param: ${wrong}.`, { param: wrong });
}

function plainChanges(books: Books, subscription: Stripe.Subscription, params: Params): Partial<Stripe.Subscription> {
  const { description, metadata, discounts } = params;
  const owner = { customer: idOf(subscription.customer) ?? "", subscription: subscription.id };
  return {
    ...endingAfter(books, subscription, params),
    ...payingAfter(books, owner.customer, params),
    ...pauseAfter(params),
    ...(metadata !== undefined && { metadata: mergedMetadata(subscription.metadata, metadata) }),
    ...(description !== undefined && { description: description || null }),
    ...(discounts !== undefined && { discounts: (discounts || []).map((source) => redeem(books, source, owner).id) }),
  };
}

function payingAfter(books: Books, customer: string, { default_payment_method: method, days_until_due, collection_method, payment_settings, trial_settings }: Params): Partial<Stripe.Subscription> {
  return {
    ...(method !== undefined && { default_payment_method: method ? ownMethod(books, customer, method) : null }),
    ...(collection_method && { collection_method }),
    ...(days_until_due !== undefined && { days_until_due }),
    ...(payment_settings && { payment_settings: paymentSettings(payment_settings) }),
    ...(trial_settings && { trial_settings: trialSettings(trial_settings) }),
  };
}

const pauseAfter = ({ pause_collection: pause }: Params): Partial<Stripe.Subscription> =>
  pause === undefined ? {} : { pause_collection: pause ? { behavior: pause.behavior, resumes_at: pause.resumes_at ?? null } : null };

/** When it ends, if at all. Said to end with its period it has the date too; taken back, nothing stays of it. */
function endingAfter(books: Books, subscription: Stripe.Subscription, params: Params): Partial<Stripe.Subscription> {
  const { cancel_at, cancel_at_period_end: atPeriodEnd = false, cancellation_details: given = {} } = params;
  const details = detailsAfter(subscription.cancellation_details, given);
  if (params.cancel_at_period_end === undefined && cancel_at === undefined) return params.cancellation_details ? { cancellation_details: details } : {};
  const date = endOf(subscription, params);
  if (date === null) return { cancel_at: null, cancel_at_period_end: false, canceled_at: null, cancellation_details: detailsAfter(NO_DETAILS, given) };
  const now = books.now(idOf(subscription.customer));
  if (date < now) throw invalid("The subscription cannot be canceled in the past.", { param: "cancel_at" });
  return { cancel_at: date, cancel_at_period_end: atPeriodEnd, canceled_at: subscription.canceled_at ?? now, cancellation_details: { ...details, reason: "cancellation_requested" } };
}

/** The date that is asked for: in seconds, or by the name of an end. */
function endOf(subscription: Stripe.Subscription, { cancel_at, cancel_at_period_end }: Params): number | null {
  if (cancel_at_period_end || (typeof cancel_at === "string" && cancel_at !== "")) return periodEnd(subscription);
  return typeof cancel_at === "number" ? cancel_at : null;
}

/** Why somebody leaves; what is not said stays. */
export function detailsAfter(before: Stripe.Subscription.CancellationDetails | null, { comment, feedback }: Stripe.SubscriptionUpdateParams.CancellationDetails): Stripe.Subscription.CancellationDetails {
  return { ...NO_DETAILS, ...before, ...(comment !== undefined && { comment: comment || null }), ...(feedback !== undefined && { feedback: feedback || null }) };
}
