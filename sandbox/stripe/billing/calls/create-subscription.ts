import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { DAY, nth } from "../calendar";
import { newMetadata } from "../metadata";
import { currencyFor } from "../money";
import { priceNamed } from "../prices";
import { finalizeInvoice } from "../invoices/finalize";
import { finalizeAndCollect } from "../invoices/pay";
import { beginSubscription, type NewSubscription } from "../subscriptions/begin";
import { isOver, methodFor, whileMaking } from "../subscriptions/change";
import { commonRhythm, type Bought } from "../subscriptions/items";
import { refuseUnpaid } from "../subscriptions/update";
import { filePutAside } from "./invoice-items";
import { ownMethod } from "./customers";

type Params = Stripe.SubscriptionCreateParams;

/** Makes a subscription with its first invoice, and has that paid as `payment_behavior` says. */
export function createSubscription(books: Books, params: Params): Stripe.Subscription {
  if (!params.customer) throw invalid("Missing required param: customer.", { param: "customer", code: "parameter_missing" });
  const customer = books.shelf("customer").get(params.customer, "customer");
  const id = books.newId("sub");
  const bought = (params.items ?? []).map((item): Bought => ({ price: priceNamed(books, item), quantity: item.quantity ?? 1, metadata: newMetadata(item.metadata) }));
  commonRhythm(bought);
  const currency = currencyFor(params.currency, customer, bought.map(({ price }) => price));
  refuseMixedCurrencies(books, customer, currency);
  for (const item of params.add_invoice_items ?? []) filePutAside(books, { ...item, period: undefined, customer: customer.id, currency, subscription: id });
  return whileMaking(books, id, () => {
    const wanted: NewSubscription = {
      id,
      customer,
      bought,
      currency,
      trialEnd: trialEndOf(params, bought, books.now(customer.id)),
      anchor: params.billing_cycle_anchor ?? null,
      prorates: params.proration_behavior !== "none",
      discounts: params.discounts || [],
      method: params.default_payment_method ? ownMethod(books, customer.id, params.default_payment_method) : null,
      fields: fieldsOf(params),
    };
    const { subscription, invoice } = beginSubscription(books, wanted);
    const ending = endingOf(params, subscription);
    if (ending) books.change("subscription", id, ending);
    if (invoice) collectFirst(books, { invoice, subscription, customer }, params);
    return books.shelf("subscription").get(id);
  });
}

/** Stripe keeps a customer to one currency as long as it pays in it. */
export function refuseMixedCurrencies(books: Books, customer: Stripe.Customer, currency: string): void {
  const other = books.shelf("subscription").all().find((one) => idOf(one.customer) === customer.id && !isOver(one) && one.currency !== currency);
  if (other) throw invalid(`You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency ${other.currency}.`);
}

export function trialEndOf({ trial_end, trial_period_days, trial_from_plan }: { trial_end?: "now" | number; trial_period_days?: number; trial_from_plan?: boolean }, bought: readonly Bought[], now: number): number | null {
  if (trial_end === "now") return null;
  if (trial_end !== undefined) return trial_end;
  const days = trial_period_days ?? (trial_from_plan ? bought[0]?.price.recurring?.trial_period_days : undefined);
  return days ? now + days * DAY : null;
}

function fieldsOf(params: Params): Partial<Stripe.Subscription> {
  const { collection_method = "charge_automatically", payment_settings, trial_settings } = params;
  if (collection_method === "send_invoice" && !params.days_until_due) throw invalid("When `collection_method` is `send_invoice`, you must specify `days_until_due`.", { param: "days_until_due", code: "parameter_missing" });
  return {
    collection_method,
    days_until_due: params.days_until_due ?? null,
    description: params.description ?? null,
    metadata: newMetadata(params.metadata),
    ...(payment_settings && { payment_settings: paymentSettings(payment_settings) }),
    ...(trial_settings && { trial_settings: trialSettings(trial_settings) }),
  };
}

export const paymentSettings = ({ payment_method_types, save_default_payment_method }: Stripe.SubscriptionUpdateParams.PaymentSettings): Stripe.Subscription.PaymentSettings => ({
  payment_method_options: null,
  payment_method_types: payment_method_types || null,
  save_default_payment_method: save_default_payment_method ?? "off",
});

export const trialSettings = ({ end_behavior }: { end_behavior: { missing_payment_method?: Stripe.Subscription.TrialSettings.EndBehavior["missing_payment_method"] } }): Stripe.Subscription.TrialSettings => ({
  end_behavior: { billing_cycle_anchor: null, missing_payment_method: end_behavior.missing_payment_method ?? "create_invoice" },
});

function endingOf({ cancel_at, cancel_at_period_end }: Params, { items, created, billing_cycle_anchor: anchor }: Stripe.Subscription): Partial<Stripe.Subscription> | null {
  const [item] = items.data;
  if (cancel_at_period_end && item) return { cancel_at_period_end: true, cancel_at: item.current_period_end, canceled_at: created };
  if (cancel_at === undefined) return null;
  return { cancel_at: typeof cancel_at === "number" ? cancel_at : (item?.current_period_end ?? nth(anchor, commonRhythm(items.data), 1)), canceled_at: created };
}

interface First {
  invoice: Stripe.Invoice;
  subscription: Stripe.Subscription;
  customer: Stripe.Customer;
}

function collectFirst(books: Books, { invoice, subscription, customer }: First, { payment_behavior: behavior = "allow_incomplete", off_session }: Params): void {
  if (subscription.collection_method === "send_invoice" && invoice.total > 0) return;
  if (behavior === "default_incomplete" && invoice.amount_due > 0) return void finalizeInvoice(books, invoice.id);
  if (invoice.amount_due > 0 && !methodFor(books, subscription, customer)) {
    throw invalid("This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.", { code: "resource_missing" });
  }
  const outcome = finalizeAndCollect(books, invoice.id, { offSession: off_session ?? false });
  if (behavior === "error_if_incomplete") refuseUnpaid(books, invoice.id, outcome);
}
