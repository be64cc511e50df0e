import { CardDeclined } from "../../../gateways/payments/port";
import { after, minutes } from "../../../platform/clock";
import { type Context, viewerOf } from "../../../platform/context";
import { badInput, Refusal } from "../../../platform/refusal";
import { record } from "../../audit";
import { paymentsInTime } from "../payments-in-time";
import { afterwards, getLiveSubscription, orRefuse } from "./live-subscription";
import { reckonedFrom, requireChangeable, wholeSecond } from "./price-change";
import type { SubscriptionRow } from "./subscriptions.store";

/** For how long what a preview said is what a change costs. */
const PREVIEW_HOLDS = minutes(30);

export interface ChangeInput {
  priceId: string;
  /** The instant of the preview; now when null. */
  prorationDate: Date | null;
}

/**
 * Moves the caller's subscription to another price, and charges the difference as previewed. The same change asked for
 * twice is charged once. Where the bank wants a confirmation the old price stays until it has one. A refused card is
 * CONFLICT, with the bank's sentence, and changes nothing.
 */
export async function changeSubscriptionPrice(ctx: Context, { priceId, prorationDate }: ChangeInput): Promise<SubscriptionRow> {
  const payments = paymentsInTime(ctx);
  const subscription = await getLiveSubscription(ctx, payments);
  const reckonedAt = requireRecent(ctx, prorationDate, subscription);
  await requireChangeable(ctx, subscription, { priceId, payments });
  const { stripeId: subscriptionId } = subscription;
  await record(ctx, {
    category: "BUSINESS",
    action: "billing.subscription.change_requested",
    description: "A subscription was asked to move to another price.",
    subjectId: viewerOf(ctx).userId,
    metadata: { subscriptionId, from: subscription.priceId, to: priceId, prorationDate: reckonedAt.toISOString() },
  });
  const key = `change:${subscriptionId}:${priceId}:${reckonedAt.toISOString()}:${minuteOf(ctx.clock.now())}`;
  await orRefuse(ctx, payments, payments.changePrice({ subscriptionId, priceId, prorationDate: reckonedAt }, key)).catch(refuseDeclined);
  return requireChanged(await afterwards(ctx, subscription, payments), priceId);
}

/** As a preview may have said it: of this period, and not long ago. */
function requireRecent(ctx: Context, given: Date | null, subscription: SubscriptionRow): Date {
  const now = ctx.clock.now();
  const latest = reckonedFrom(now, subscription);
  const at = given ? wholeSecond(given) : latest;
  if (at > latest) throw badInput("prorationDate", "This instant is still to come. Please look at the price again.");
  const isOfThisPeriod = !subscription.currentPeriodStart || at >= wholeSecond(subscription.currentPeriodStart);
  if (!isOfThisPeriod || after(at, PREVIEW_HOLDS) < now) throw badInput("prorationDate", "This price was reckoned too long ago. Please look at it again.");
  return at;
}

/**
 * Clicks in one minute are one. A later one asks anew, for Stripe repeats its answer to a key for a day, an error too; that a
 * change has taken effect meanwhile has been seen before.
 */
const minuteOf = (at: Date): number => Math.floor(at.getTime() / minutes(1));

function refuseDeclined(error: unknown): never {
  throw error instanceof CardDeclined ? new Refusal("CONFLICT", error.message) : error;
}

/** A change there and back, then asked for again with its first preview: Stripe repeats its first answer, and changes nothing. */
function requireChanged(row: SubscriptionRow, priceId: string): SubscriptionRow {
  if (row.priceId === priceId || row.hasPendingUpdate) return row;
  throw new Refusal("CONFLICT", "Your subscription has changed meanwhile. Please look at the price again.");
}
