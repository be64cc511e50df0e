/**
 * What an event of Stripe's makes us do. `customer`: fetch the customer's truth. `checkout`: see besides what became of a payment page.
 * `catalogue`: fetch the prices. `warning` and `stuck`: fetch, and tell an administrator. `ignored`: nothing.
 */
export type Effect = "customer" | "checkout" | "catalogue" | "warning" | "stuck" | "ignored";

const EFFECTS: Readonly<Record<Exclude<Effect, "ignored">, readonly string[]>> = {
  customer: [
    ...["created", "updated", "deleted", "paused", "resumed", "trial_will_end", "pending_update_applied", "pending_update_expired"].map((change) => `customer.subscription.${change}`),
    ...["paid", "payment_failed", "payment_action_required", "upcoming", "voided", "marked_uncollectible"].map((change) => `invoice.${change}`),
    ...["charge.refunded", "refund.created", "refund.updated", "refund.failed"],
    ...["created", "updated", "closed"].map((change) => `charge.dispute.${change}`),
    ...["customer.updated", "customer.deleted", "payment_method.automatically_updated"],
  ],
  checkout: ["completed", "expired", "async_payment_succeeded", "async_payment_failed"].map((change) => `checkout.session.${change}`),
  catalogue: ["price", "product"].flatMap((thing) => ["created", "updated", "deleted"].map((change) => `${thing}.${change}`)),
  warning: ["radar.early_fraud_warning.created"],
  stuck: ["invoice.finalization_failed"],
};

const BY_TYPE = new Map((Object.entries(EFFECTS) as [Effect, readonly string[]][]).flatMap(([effect, types]) => types.map((type) => [type, effect] as const)));

export const effectOf = (type: string): Effect => BY_TYPE.get(type) ?? "ignored";

/** Types whose whole effect is that the customer's truth is fetched: a fetch after they came in settles them all. */
export const SETTLED_BY_SYNC: readonly string[] = EFFECTS.customer;
