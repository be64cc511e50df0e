import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { inWords } from "../money";
import { discountLines } from "../invoices/discounts";
import { trialEndOf } from "../calls/create-subscription";
import { isUsable, redeemable, type DiscountSource } from "../subscriptions/discounts";
import { askedOf } from "./asked";

type Session = Stripe.Checkout.Session;

/** What a checkout comes to, in minor units of `currency`. */
export interface CheckoutTotals {
  subtotal: number;
  discount: number;
  tax: number;
  /** To be paid now. */
  total: number;
  currency: string;
  /** Until then it is free, in seconds; null without a trial. */
  trialEnd: number | null;
  /** What each later period costs. */
  regular: number;
  /** What the first payment after a trial comes to: with a discount that is for the first payment only, less than the regular one. */
  afterTrial: number;
  promotion: Stripe.PromotionCode | null;
  coupon: Stripe.Coupon | null;
  /** What is taken from each line. */
  taken: readonly number[];
  source: DiscountSource | null;
}

/** Reckons a checkout, with the promotion code that its buyer typed in. Throws where the code is none, or not for this buyer. */
export function checkoutTotals(books: Books, session: Session, code?: string): CheckoutTotals {
  const currency = session.currency ?? "eur";
  const trialEnd = session.mode === "subscription" ? trialOf(books, session) : null;
  const items = session.line_items?.data ?? [];
  const lines = items.map(({ price, amount_subtotal }) => ({ price, amount: trialEnd !== null && price?.recurring ? 0 : amount_subtotal, discountable: true }));
  const subtotal = sum(lines.map(({ amount }) => amount));
  const source = code ? { promotion_code: promotionTyped(books, session, code, subtotal).id } : (askedOf(books, session.id).discounts[0] ?? null);
  const { coupon, code: promotion } = source ? redeemable(books, source) : { coupon: null, code: null };
  const taken = takenBy(books, coupon, lines, currency);
  const recurring = items.filter(({ price }) => price?.recurring).map(({ price, amount_subtotal }) => ({ price, amount: amount_subtotal, discountable: true }));
  const offLater = takenBy(books, coupon?.duration === "forever" ? coupon : null, recurring, currency);
  const undiscounted = sum(recurring.map(({ amount }) => amount));
  const regular = undiscounted - sum(offLater);
  const afterTrial = undiscounted - sum(takenBy(books, coupon, recurring, currency));
  return { subtotal, discount: sum(taken), tax: 0, total: subtotal - sum(taken), currency, trialEnd, regular, afterTrial, promotion, coupon, taken, source };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function takenBy(books: Books, coupon: Stripe.Coupon | null, lines: Parameters<typeof discountLines>[1], currency: string): number[] {
  if (!coupon) return lines.map(() => 0);
  return discountLines(books, lines, [{ id: "", source: { coupon: coupon.id, type: "coupon" } }], currency).map((taken) => sum(taken.map(({ amount }) => amount)));
}

/** A trial of days begins when the checkout is completed. */
function trialOf(books: Books, { id, customer }: Session): number | null {
  const { subscription_data: data = {} } = askedOf(books, id);
  return trialEndOf(data, [], books.now(idOf(customer)));
}

function promotionTyped(books: Books, { allow_promotion_codes, customer }: Session, code: string, subtotal: number): Stripe.PromotionCode {
  const found = books.shelf("promotion_code").all().find((one) => one.code.toLowerCase() === code.trim().toLowerCase() && one.active);
  if (!allow_promotion_codes || !found || !isUsable(books, found)) throw invalid("This code is invalid.", { param: "promotion_code" });
  refuseForeign(books, found, idOf(customer));
  const { minimum_amount: least, minimum_amount_currency: currency } = found.restrictions;
  if (least !== null && subtotal < least) throw invalid(`This code needs an order of at least ${inWords(least, currency ?? "eur")}.`, { param: "promotion_code" });
  redeemable(books, { promotion_code: found.id });
  return found;
}

function refuseForeign(books: Books, { customer: owner, restrictions }: Stripe.PromotionCode, customer: string | null): void {
  if (owner !== null && idOf(owner) !== customer) throw invalid("This code is invalid.", { param: "promotion_code" });
  const paidBefore = books.shelf("charge").all().some((charge) => customer !== null && idOf(charge.customer) === customer && charge.paid);
  if (restrictions.first_time_transaction && paidBefore) throw invalid("This code is for a first purchase only.", { param: "promotion_code" });
}
