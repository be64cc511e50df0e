import type Stripe from "stripe";

import type { CheckoutTotals } from "./totals";

/** What a session tells of its amounts. */
export function withTotals(session: Stripe.Checkout.Session, { subtotal, discount, tax, total, taken, source, promotion, coupon }: CheckoutTotals): Partial<Stripe.Checkout.Session> {
  const items = session.line_items;
  const data = items?.data.map((item, at) => ({ ...item, amount_discount: taken[at] ?? 0, amount_total: item.amount_subtotal - (taken[at] ?? 0) }));
  return {
    amount_subtotal: subtotal,
    amount_total: total,
    total_details: { amount_discount: discount, amount_shipping: 0, amount_tax: tax },
    discounts: source ? [{ coupon: promotion ? null : (coupon?.id ?? null), promotion_code: promotion?.id ?? null }] : [],
    ...(items && data && { line_items: { ...items, data } }),
  };
}
