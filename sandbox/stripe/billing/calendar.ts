import type Stripe from "stripe";

/** A rhythm of payment: every `count` of `interval`. */
export interface Rhythm {
  interval: Stripe.Price.Recurring.Interval;
  count: number;
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * When the `n`-th period after `anchor` begins (all in seconds since 1970, UTC). Months keep the anchor's day where they have it and take their
 * last day where they have not: the 31st, then 28 February, then the 31st again (docs.stripe.com/billing/subscriptions/billing-cycle).
 */
export function nth(anchor: number, { interval, count }: Rhythm, n: number): number {
  if (interval === "day") return anchor + n * count * DAY;
  if (interval === "week") return anchor + n * count * 7 * DAY;
  return plusMonths(anchor, n * count * (interval === "year" ? 12 : 1));
}

export function plusMonths(from: number, months: number): number {
  const date = new Date(from * 1000);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return first.getTime() / 1000;
}

/** The first beginning of a period, in the rhythm from `anchor`, that is after `time`. */
export function nextAfter(anchor: number, rhythm: Rhythm, time: number): number {
  let n = Math.max(0, Math.floor((time - anchor) / longest(rhythm)));
  while (nth(anchor, rhythm, n) <= time) n += 1;
  return nth(anchor, rhythm, n);
}

const longest = ({ interval, count }: Rhythm): number => count * { day: DAY, week: 7 * DAY, month: 31 * DAY, year: 366 * DAY }[interval as "day"];
