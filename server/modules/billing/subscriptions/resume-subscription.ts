import { type Context, viewerOf } from "../../../platform/context";
import { record } from "../../audit";
import { paymentsInTime } from "../payments-in-time";
import { isCancelling } from "../standing/access.rules";
import { afterwards, getLiveSubscription, orRefuse } from "./live-subscription";
import type { SubscriptionRow } from "./subscriptions.store";

/** Takes the caller's cancellation back. One that was not cancelled stays as it is; after the end there is nothing to resume: NO_SUBSCRIPTION. */
export async function resumeSubscription(ctx: Context): Promise<SubscriptionRow> {
  const payments = paymentsInTime(ctx);
  const subscription = await getLiveSubscription(ctx, payments);
  if (!isCancelling(subscription)) return subscription;
  await record(ctx, {
    category: "BUSINESS",
    action: "billing.subscription.resume_requested",
    description: "A cancellation was asked to be taken back.",
    subjectId: viewerOf(ctx).userId,
    metadata: { subscriptionId: subscription.stripeId },
  });
  await orRefuse(ctx, payments, payments.setCancelAtPeriodEnd(subscription.stripeId, false));
  return afterwards(ctx, subscription, payments);
}
