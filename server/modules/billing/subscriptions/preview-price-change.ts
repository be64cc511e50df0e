import type { PriceChangePreview } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { paymentsInTime } from "../payments-in-time";
import { orRefuse, requireLiveSubscription } from "./live-subscription";
import { reckonedFrom, requireChangeable } from "./price-change";

/** What a change of the caller's subscription to that price costs, and the instant it is reckoned for. Refuses what the change itself would refuse. */
export async function previewPriceChange(ctx: Context, { priceId }: { priceId: string }): Promise<Omit<PriceChangePreview, "lines"> & { lines: { description: string; amount: number }[]; prorationDate: Date }> {
  const payments = paymentsInTime(ctx);
  const subscription = await requireLiveSubscription(ctx);
  await requireChangeable(ctx, subscription, { priceId, payments });
  const prorationDate = reckonedFrom(ctx.clock.now(), subscription);
  const preview = await orRefuse(ctx, payments, payments.previewPriceChange({ subscriptionId: subscription.stripeId, priceId, prorationDate }));
  return { ...preview, lines: [...preview.lines], prorationDate };
}
