import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { payUrls } from "../invoices/invoices.store";
import { liveSubscriptionsOf } from "../subscriptions/subscriptions.store";

/**
 * Refuses with ALREADY_SUBSCRIBED while the user has a subscription that may still ask for money, whatever its status: a
 * second one beside it would be paid twice. Where a payment of it is missing, the refusal names where to make it.
 */
export async function refuseWhileSubscribed(ctx: Context, userId: string): Promise<void> {
  const live = await liveSubscriptionsOf(ctx, userId);
  if (live.length === 0) return;
  const found = await payUrls(ctx, live.map(({ stripeId }) => stripeId));
  const payUrl = live.flatMap(({ stripeId }) => found.get(stripeId) ?? [])[0];
  if (payUrl === undefined) throw new Refusal("ALREADY_SUBSCRIBED", "You have a subscription already.");
  throw new Refusal("ALREADY_SUBSCRIBED", "You have a subscription, and a payment of it is missing. Please make that payment rather than buy a second one.", { payUrl });
}
