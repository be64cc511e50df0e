import { type Context, viewerOf } from "../../../platform/context";
import { badInput } from "../../../platform/refusal";
import { record } from "../../audit";
import { openInvoicesOf } from "../invoices/invoices.store";
import { paymentsInTime } from "../payments-in-time";
import { isLeaving, isRunning } from "../standing/access.rules";
import { afterwards, getLiveSubscription, orRefuse } from "./live-subscription";
import type { SubscriptionRow } from "./subscriptions.store";

const LONGEST_REASON = 500;

/**
 * Ends the caller's subscription with the period that is paid; until then everything stays open. One that is leaving
 * already stays as it is. Where a payment is missing there is no such period: it ends at once, and what is missing is
 * never charged. What was said as a reason is kept even if Stripe then fails us, for it is said only once.
 */
export async function cancelSubscription(ctx: Context, { reason }: { reason: string | null }): Promise<SubscriptionRow> {
  const said = requireReason(reason);
  const payments = paymentsInTime(ctx);
  const subscription = await getLiveSubscription(ctx, payments);
  const isPaid = isRunning(subscription.status);
  if (isPaid && isLeaving(subscription)) return subscription;
  await record(ctx, {
    category: "BUSINESS",
    action: "billing.subscription.cancel_requested",
    description: isPaid ? "A subscription was asked to end with its paid period." : "A subscription whose payment is missing was asked to end.",
    subjectId: viewerOf(ctx).userId,
    metadata: { subscriptionId: subscription.stripeId, reason: said },
  });
  const { stripeId } = subscription;
  await orRefuse(ctx, payments, isPaid ? payments.setCancelAtPeriodEnd(stripeId, true) : payments.endSubscription(stripeId, `cancel:${stripeId}`));
  if (!isPaid) for (const invoiceId of await openInvoicesOf(ctx, stripeId)) await payments.voidInvoice(invoiceId);
  return afterwards(ctx, subscription, payments);
}

function requireReason(text: string | null): string | null {
  const reason = text?.trim() || null;
  if (reason && [...reason].length > LONGEST_REASON) throw badInput("reason", `Please say it in at most ${LONGEST_REASON} characters.`);
  return reason;
}
