import { CardDeclined } from "../../../gateways/payments/port";
import { after, minutes } from "../../../platform/clock";
import { type Context, viewerOf } from "../../../platform/context";
import { badInput, Refusal } from "../../../platform/refusal";
import { record } from "../../audit";
import { paymentsInTime } from "../payments-in-time";
import { afterwards, getLiveSubscription, orRefuse } from "./live-subscription";
import { requireChangeable, wholeSecond } from "./price-change";
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
  const reckonedAt = requireRecent(ctx, prorationDate);
  const subscription = await getLiveSubscription(ctx, payments);
  await requireChangeable(ctx, subscription, { priceId, payments });
  const { stripeId: subscriptionId, currentPeriodStart } = subscription;
  if (currentPeriodStart && reckonedAt < currentPeriodStart) throw outdated();
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

function requireRecent(ctx: Context, given: Date | null): Date {
  const now = ctx.clock.now();
  const at = wholeSecond(given ?? now);
  if (at > now || after(at, PREVIEW_HOLDS) < now) throw outdated();
  return at;
}

/**
 * Clicks in one minute are one. A later one asks anew, for Stripe repeats its answer to a key for a day, an error too; that a
 * change has taken effect meanwhile has been seen before.
 */
const minuteOf = (at: Date): number => Math.floor(at.getTime() / minutes(1));

const outdated = () => badInput("prorationDate", "This price was reckoned too long ago. Please look at it again.");

function refuseDeclined(error: unknown): never {
  throw error instanceof CardDeclined ? new Refusal("CONFLICT", error.message) : error;
}

/** A change there and back, then asked for again with its first preview: Stripe repeats its first answer, and changes nothing. */
function requireChanged(row: SubscriptionRow, priceId: string): SubscriptionRow {
  if (row.priceId === priceId || row.hasPendingUpdate) return row;
  throw new Refusal("CONFLICT", "Your subscription has changed meanwhile. Please look at the price again.");
}
