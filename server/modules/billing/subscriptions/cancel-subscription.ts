import { type Context, viewerOf } from "../../../platform/context";
import { badInput } from "../../../platform/refusal";
import { record } from "../../audit";
import { paymentsInTime } from "../payments-in-time";
import { isCancelling } from "../standing/access.rules";
import { afterwards, getLiveSubscription } from "./live-subscription";
import type { SubscriptionRow } from "./subscriptions.store";

const LONGEST_REASON = 500;

/**
 * Ends the caller's subscription with the period that is paid; until then everything stays open. One that is leaving
 * already stays as it is. What was said as a reason is kept even if Stripe then fails us, for it is said only once.
 */
export async function cancelSubscription(ctx: Context, { reason }: { reason: string | null }): Promise<SubscriptionRow> {
  const said = requireReason(reason);
  const payments = paymentsInTime(ctx);
  const subscription = await getLiveSubscription(ctx, payments);
  if (isCancelling(subscription)) return subscription;
  await record(ctx, {
    category: "BUSINESS",
    action: "billing.subscription.cancel_requested",
    description: "A subscription was asked to end with its paid period.",
    subjectId: viewerOf(ctx).userId,
    metadata: { subscriptionId: subscription.stripeId, reason: said },
  });
  await payments.setCancelAtPeriodEnd(subscription.stripeId, true);
  return afterwards(ctx, subscription, payments);
}

function requireReason(text: string | null): string | null {
  const reason = text?.trim() || null;
  if (reason && [...reason].length > LONGEST_REASON) throw badInput("reason", `Please say it in at most ${LONGEST_REASON} characters.`);
  return reason;
}
