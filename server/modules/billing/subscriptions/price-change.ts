import type { PaymentsPort } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { getPriceOnSale } from "../catalogue/read-catalogue";
import { isSoldIn } from "../catalogue/price.rules";
import { payUrls } from "../invoices/invoices.store";
import { changeProblem } from "./subscription.rules";
import type { SubscriptionRow } from "./subscriptions.store";

/** Refuses a change of price that can't be: to the same price (CONFLICT), to one that isn't sold (NOT_FOUND), or at the wrong time (CONFLICT). */
export async function requireChangeable(ctx: Context, subscription: SubscriptionRow, { priceId, payments }: { priceId: string; payments: PaymentsPort }): Promise<void> {
  if (priceId === subscription.priceId) throw new Refusal("CONFLICT", "This is what you have already.");
  const price = await getPriceOnSale(ctx, priceId, payments);
  if (!isSoldIn(price, subscription.currency)) throw new Refusal("CONFLICT", `This is not sold in ${subscription.currency.toUpperCase()}, in which you pay.`);
  const problem = changeProblem(subscription);
  if (!problem) return;
  const payUrl = (await payUrls(ctx, [subscription.stripeId])).get(subscription.stripeId);
  throw new Refusal("CONFLICT", problem, payUrl === undefined ? {} : { payUrl });
}

/** The instant a change is reckoned from: now, or the beginning of the paid period where that is ahead of our clock, for Stripe reckons within it. */
export const reckonedFrom = (now: Date, { currentPeriodStart }: Pick<SubscriptionRow, "currentPeriodStart">): Date =>
  wholeSecond(currentPeriodStart && currentPeriodStart > now ? currentPeriodStart : now);

/** Stripe reckons in whole seconds, so an instant that is handed to it and back must be one. */
export const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000);
