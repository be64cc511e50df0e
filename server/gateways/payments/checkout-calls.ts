import type Stripe from "stripe";

import { isMissing, isStale, orNull } from "./calls";
import { checkoutPage, inSeconds } from "./in-our-words";
import { type NewCheckout, type PaymentsPort, UnknownCustomer } from "./port";
import type { Line } from "./line";

type CheckoutCalls = Pick<PaymentsPort, "openCheckout" | "findCheckout" | "expireCheckout" | "openPortal">;

export const checkoutCalls = ({ stripe, ask }: Line): CheckoutCalls => ({
  async openCheckout(checkout) {
    const idempotencyKey = `checkout:${checkout.attemptId}`;
    return checkoutPage(await ask((options) => stripe.checkout.sessions.create(sessionFor(checkout), { ...options, idempotencyKey })));
  },

  async findCheckout(sessionId) {
    const session = await orNull(ask((options) => stripe.checkout.sessions.retrieve(sessionId, undefined, options)));
    return session && checkoutPage(session);
  },

  async expireCheckout(sessionId) {
    try {
      return checkoutPage(await ask((options) => stripe.checkout.sessions.expire(sessionId, undefined, options)));
    } catch (error) {
      if (isMissing(error)) return null;
      if (!isStale(error)) throw error; // Paid or expired meanwhile, most likely: its state is what matters.
      const session = await orNull(ask((options) => stripe.checkout.sessions.retrieve(sessionId, undefined, options)));
      if (session?.status === "open") throw error;
      return session && checkoutPage(session);
    }
  },

  async openPortal({ customerId, returnUrl, flow }) {
    const flow_data = flow ? { type: flow.kind, after_completion: { type: "redirect", redirect: { return_url: returnUrl } } } as const : undefined;
    const session = await orNull(ask((options) => stripe.billingPortal.sessions.create({ customer: customerId, return_url: returnUrl, flow_data }, options)));
    if (!session) throw new UnknownCustomer(customerId);
    return { url: session.url };
  },
});

/**
 * A card is asked for even when a trial comes first, so that the trial can go on as promised. For a trial only cards: what else Stripe
 * offers bears no fingerprint by which a second trial would be known.
 */
function sessionFor(checkout: NewCheckout): Stripe.Checkout.SessionCreateParams {
  const { attemptId, userId, customerId, priceId, currency, trialDays } = checkout;
  const metadata = { userId, attemptId };
  return {
    mode: "subscription",
    customer: customerId,
    client_reference_id: userId,
    line_items: [{ price: priceId, quantity: 1 }],
    ...(currency && { currency }),
    metadata,
    payment_method_collection: "always",
    ...(trialDays && { allowed_payment_method_types: ["card"] }),
    subscription_data: { metadata, ...(trialDays && { trial_period_days: trialDays, trial_settings: { end_behavior: { missing_payment_method: "cancel" } } }) },
    ...(checkout.promotionCodes && { allow_promotion_codes: true }),
    ...(checkout.automaticTax && { automatic_tax: { enabled: true }, customer_update: { address: "auto", name: "auto" }, tax_id_collection: { enabled: true } }),
    expires_at: inSeconds(checkout.expiresAt),
    success_url: checkout.successUrl,
    cancel_url: checkout.cancelUrl,
  };
}
