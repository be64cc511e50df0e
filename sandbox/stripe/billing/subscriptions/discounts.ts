import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { plusMonths } from "../calendar";

export interface DiscountSource {
  coupon?: string;
  promotion_code?: string;
  /** One that is there already. */
  discount?: string;
}

/** Coupon and code behind what a call names. Refuses what can't be used any more. */
export function redeemable(books: Books, { coupon, promotion_code }: DiscountSource): { coupon: Stripe.Coupon; code: Stripe.PromotionCode | null } {
  const code = promotion_code ? books.shelf("promotion_code").get(promotion_code, "promotion_code") : null;
  const found = books.shelf("coupon").get(coupon ?? idOf(code?.promotion.coupon) ?? "", "coupon");
  if (!isValid(books, found)) throw invalid(`Coupon expired: ${found.id}`, { param: "coupon", code: "coupon_expired" });
  if (code && !isUsable(books, code)) throw invalid("This promotion code can't be redeemed any more.", { param: "promotion_code" });
  return { coupon: found, code };
}

const isValid = (books: Books, { max_redemptions, redeem_by, times_redeemed, valid }: Stripe.Coupon): boolean =>
  valid && (max_redemptions === null || times_redeemed < max_redemptions) && (redeem_by === null || redeem_by > books.now());

export const isUsable = (books: Books, { active, expires_at, max_redemptions, times_redeemed }: Stripe.PromotionCode): boolean =>
  active && (max_redemptions === null || times_redeemed < max_redemptions) && (expires_at === null || expires_at > books.now());

/** Gives a customer or a subscription a discount, and counts the redemption. */
export function redeem(books: Books, source: DiscountSource, owner: { customer: string; subscription?: string; session?: string }): Stripe.Discount {
  if (source.discount) return books.shelf("discount").get(source.discount, "discount");
  const { coupon, code } = redeemable(books, source);
  const times_redeemed = coupon.times_redeemed + 1;
  books.change("coupon", coupon.id, { times_redeemed, valid: coupon.max_redemptions === null || times_redeemed < coupon.max_redemptions }, "coupon.updated");
  if (code) books.change("promotion_code", code.id, { times_redeemed: code.times_redeemed + 1 }, "promotion_code.updated");
  const start = books.now(owner.customer);
  const discount: Stripe.Discount = {
    id: books.newId("di"),
    object: "discount",
    checkout_session: owner.session ?? null,
    customer: owner.customer,
    customer_account: null,
    end: coupon.duration === "repeating" ? plusMonths(start, coupon.duration_in_months ?? 1) : null,
    invoice: null,
    invoice_item: null,
    promotion_code: code?.id ?? null,
    source: { coupon: coupon.id, type: "coupon" },
    start,
    subscription: owner.subscription ?? null,
    subscription_item: null,
  };
  return books.create("discount", discount, "customer.discount.created");
}

/** What is taken from the next invoice: the subscription's own discounts, else its customer's. */
export function discountsFor(books: Books, subscription: Stripe.Subscription | null, customer: Stripe.Customer): Stripe.Discount[] {
  const own = (subscription?.discounts ?? []).flatMap((discount) => books.shelf("discount").find(idOf(discount) ?? "") ?? []);
  const found = own.length > 0 ? own : customer.discount ? [customer.discount] : [];
  return found.filter(({ end }) => end === null || end > books.now(customer.id));
}

/** What counts once has been used by now; what has an end may have come to it. */
export function stillThere(books: Books, { discounts, customer }: Pick<Stripe.Subscription, "discounts" | "customer">): string[] {
  const now = books.now(idOf(customer));
  return discounts.map((discount) => idOf(discount) ?? "").filter((id) => {
    const found = books.shelf("discount").find(id);
    const coupon = found && books.shelf("coupon").find(idOf(found.source.coupon) ?? "");
    return found && coupon?.duration !== "once" && (found.end === null || found.end > now);
  });
}
