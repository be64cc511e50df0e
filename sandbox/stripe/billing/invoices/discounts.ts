import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import type { LineDraft } from "./lines";

/** Of a discount, what it is made of. */
type Taking = Pick<Stripe.Discount, "id" | "source">;
/** Of a line, what a discount looks at. */
type Reducible = Pick<LineDraft, "amount" | "discountable" | "price">;

export const couponOf = (books: Books, { source }: Pick<Stripe.Discount, "source">): Stripe.Coupon | undefined => books.shelf("coupon").find(idOf(source.coupon) ?? "");

/** What a discount takes, line by line, from what was left of each. */
function takes(coupon: Stripe.Coupon, lines: readonly Reducible[], left: readonly number[], currency: string): number[] {
  const base = left.map((amount, at) => (isReduced(coupon, lines[at] as Reducible) && amount > 0 ? amount : 0));
  if (coupon.percent_off !== null) return base.map((amount) => Math.round((amount * (coupon.percent_off ?? 0)) / 100));
  const off = coupon.currency === currency ? coupon.amount_off : coupon.currency_options?.[currency]?.amount_off;
  return spread(Math.min(off ?? 0, sum(base)), base);
}

function isReduced({ applies_to }: Stripe.Coupon, { discountable, price }: Reducible): boolean {
  return discountable && (!applies_to || applies_to.products.includes(idOf(price?.product) ?? ""));
}

/** Divides an amount by the parts' shares, to the last unit. */
function spread(amount: number, parts: readonly number[]): number[] {
  const whole = sum(parts);
  let done = 0;
  let seen = 0;
  return parts.map((part) => {
    seen += part;
    const upToHere = whole === 0 ? 0 : Math.round((amount * seen) / whole);
    const share = upToHere - done;
    done = upToHere;
    return share;
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** For each line, what each discount takes from it. */
export function discountLines(books: Books, lines: readonly Reducible[], discounts: readonly Taking[], currency: string): Stripe.InvoiceLineItem.DiscountAmount[][] {
  const left = lines.map(({ amount }) => amount);
  const taken: Stripe.InvoiceLineItem.DiscountAmount[][] = lines.map(() => []);
  for (const discount of discounts) {
    const coupon = couponOf(books, discount);
    if (!coupon) continue;
    takes(coupon, lines, left, currency).forEach((amount, at) => {
      if (lines[at]?.discountable) taken[at]?.push({ amount, discount: discount.id });
      left[at] = (left[at] ?? 0) - amount;
    });
  }
  return taken;
}
