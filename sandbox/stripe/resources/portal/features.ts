import type Stripe from "stripe";

type Features = Stripe.BillingPortal.Configuration["features"];
type Given = Stripe.BillingPortal.ConfigurationUpdateParams.Features;

export const ALL_REASONS = ["too_expensive", "missing_features", "switched_service", "unused", "customer_service", "too_complex", "low_quality", "other"];

/** What a portal can do when nothing is said of it: nothing but show. */
export const NO_FEATURES: Features = {
  customer_update: { allowed_updates: [], enabled: false },
  invoice_history: { enabled: false },
  payment_method_update: { enabled: false, payment_method_configuration: null },
  subscription_cancel: { cancellation_reason: { enabled: false, feedback_options: null, options: ALL_REASONS }, enabled: false, mode: "at_period_end", proration_behavior: "none" },
  subscription_pause: { duration: { interval_options: [], type: "indefinite" }, enabled: false },
  subscription_update: {
    billing_cycle_anchor: null,
    default_allowed_updates: [],
    enabled: false,
    products: [],
    proration_behavior: "none",
    schedule_at_period_end: { conditions: [] },
    trial_update_behavior: "end_trial",
  },
};

/** Features after a call: what it names changes, an empty text clears. */
export function featuresAfter(before: Features, given: Given = {}): Features {
  const { customer_update, invoice_history, payment_method_update, subscription_cancel, subscription_pause, subscription_update } = given;
  return {
    customer_update: { ...before.customer_update, ...cleared(customer_update, []) },
    invoice_history: { ...before.invoice_history, ...invoice_history },
    payment_method_update: { ...before.payment_method_update, ...cleared(payment_method_update, null) },
    subscription_cancel: { ...before.subscription_cancel, ...cancelAfter(before.subscription_cancel, subscription_cancel) },
    subscription_pause: { ...before.subscription_pause, enabled: subscription_pause?.enabled ?? before.subscription_pause.enabled },
    subscription_update: { ...before.subscription_update, ...updateAfter(subscription_update) },
  };
}

/** Fields as they are kept: what an empty text clears becomes `nothing`. */
const cleared = (fields: object | undefined, nothing: unknown): object => Object.fromEntries(Object.entries(fields ?? {}).map(([field, value]) => [field, value === "" ? nothing : value]));

function cancelAfter(before: Features["subscription_cancel"], given: Given["subscription_cancel"]): Partial<Features["subscription_cancel"]> {
  if (!given) return {};
  const { cancellation_reason: reason, ...others } = given;
  return { ...others, ...(reason && { cancellation_reason: { ...before.cancellation_reason, enabled: reason.enabled, ...(reason.options && { options: reason.options }), ...(reason.feedback_options && { feedback_options: reason.feedback_options }) } }) };
}

function updateAfter(given: Given["subscription_update"]): Partial<Features["subscription_update"]> {
  if (!given) return {};
  const { products, default_allowed_updates, schedule_at_period_end: schedule, ...others } = given;
  return {
    ...others,
    ...(default_allowed_updates !== undefined && { default_allowed_updates: default_allowed_updates || [] }),
    ...(schedule && { schedule_at_period_end: { conditions: schedule.conditions || [] } }),
    ...(products !== undefined && {
      products: (products || []).map(({ product, prices, adjustable_quantity: quantity }) => ({
        adjustable_quantity: { enabled: quantity?.enabled ?? false, maximum: quantity?.maximum ?? null, minimum: quantity?.minimum ?? 1 },
        prices,
        product,
      })),
    }),
  };
}
