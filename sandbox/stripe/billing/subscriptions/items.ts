import type Stripe from "stripe";

import { invalid, type Books } from "../../books";
import { planOf, rhythmOf } from "../prices";
import type { Rhythm } from "../calendar";

/** What is bought, before it is an item. */
export interface Bought {
  /** Of the item that it replaces. */
  id?: string;
  price: Stripe.Price;
  quantity: number;
  metadata?: Stripe.Metadata;
}

export interface Period {
  start: number;
  end: number;
}

export const itemFor = (books: Books, subscription: string, { id, price, quantity, metadata }: Bought, { start, end }: Period): Stripe.SubscriptionItem => ({
  id: id ?? books.newId("si"),
  object: "subscription_item",
  billing_thresholds: null,
  created: books.now(),
  current_period_end: end,
  current_period_start: start,
  current_trial: null,
  discounts: [],
  metadata: metadata ?? {},
  plan: planOf(price),
  price,
  quantity,
  subscription,
  tax_rates: [],
});

export const listOfItems = (subscription: string, data: Stripe.SubscriptionItem[]): Stripe.ApiList<Stripe.SubscriptionItem> => ({
  object: "list",
  data,
  has_more: false,
  url: `/v1/subscription_items?subscription=${subscription}`,
});

/** How often a subscription is paid: all that is bought with it must agree. */
export function commonRhythm(bought: readonly { price: Stripe.Price }[]): Rhythm {
  const [first, ...others] = bought.map(({ price }) => rhythmOf(price));
  if (!first) throw invalid("Subscriptions must have at least one item.", { param: "items", code: "parameter_missing" });
  if (others.some((other) => !sameRhythm(first, other))) throw invalid("If you provide multiple prices, they must all have the same interval and interval_count.", { param: "items" });
  return first;
}

export const sameRhythm = (one: Rhythm, other: Rhythm): boolean => one.interval === other.interval && one.count === other.count;

export const boughtIn = ({ items }: Stripe.Subscription): Bought[] => items.data.map(({ id, price, quantity, metadata }) => ({ id, price, quantity: quantity ?? 1, metadata }));
