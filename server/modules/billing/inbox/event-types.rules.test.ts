import { effectOf } from "./event-types.rules";

const OURS = [
  ...["checkout.session.completed", "checkout.session.expired", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed"],
  ...["created", "updated", "deleted", "paused", "resumed", "trial_will_end", "pending_update_applied", "pending_update_expired"].map((change) => `customer.subscription.${change}`),
  ...["paid", "payment_failed", "payment_action_required", "finalization_failed", "upcoming", "voided", "marked_uncollectible"].map((change) => `invoice.${change}`),
  ...["charge.refunded", "refund.created", "refund.updated", "refund.failed", "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed"],
  ...["radar.early_fraud_warning.created", "customer.updated", "customer.deleted", "payment_method.automatically_updated"],
  ...["price.created", "price.updated", "price.deleted", "product.created", "product.updated", "product.deleted"],
];

test.each(OURS)("%s has an effect", (type) => expect(effectOf(type)).not.toBe("ignored"));

test.each(["payout.paid", "invoice.created", "customer.created", "constructor", "__proto__", ""])("%p has none", (type) => expect(effectOf(type)).toBe("ignored"));
