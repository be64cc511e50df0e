import { isLeaving } from "../standing/access.rules";

/** What of a subscription these rules look at. */
interface Standing {
  status: string;
  quantity: number;
  unitAmount: number | null;
  nextAmount: number | null;
  currentPeriodEnd: Date | null;
  cancelAtPeriodEnd: boolean;
  cancelAt: Date | null;
  endedAt: Date | null;
  revokedAt: Date | null;
}

const KNOWN = ["INCOMPLETE", "INCOMPLETE_EXPIRED", "TRIALING", "ACTIVE", "PAST_DUE", "UNPAID", "CANCELED", "PAUSED"] as const;
export type KnownStatus = (typeof KNOWN)[number];

/** Those that are paid for when their period ends. */
const RENEWED = new Set(["trialing", "active", "past_due"]);

/**
 * Stripe's word as the API knows it. A word that is new to us shows as UNPAID, for that is what we do about it: it gives
 * nothing, it has not ended, and no second one may be bought beside it. The other words would promise more than we know.
 */
export const statusShown = (status: string): KnownStatus => KNOWN.find((known) => known.toLowerCase() === status) ?? "UNPAID";

/** The next regular payment: at the end of the period, unless it ends before or then. With discounts and what is left of earlier payments, where there are any. */
export function nextPayment(subscription: Standing): { at: Date; amount: number | null } | null {
  const { status, currentPeriodEnd: at, unitAmount, quantity, nextAmount } = subscription;
  if (!at || !RENEWED.has(status) || endsBy(at, subscription)) return null;
  return { at, amount: nextAmount ?? (unitAmount === null ? null : unitAmount * quantity) };
}

const endsBy = (at: Date, { cancelAtPeriodEnd, cancelAt, endedAt, revokedAt }: Standing): boolean =>
  cancelAtPeriodEnd || endedAt !== null || revokedAt !== null || (cancelAt !== null && cancelAt <= at);

/** Why its price can't be changed now, in a sentence for the person; null when it can. */
export function changeProblem(subscription: Standing & { hasPendingUpdate: boolean }): string | null {
  if (isLeaving(subscription)) return "Your subscription is cancelled. Resume it first, then change it.";
  if (subscription.hasPendingUpdate) return "Your last change still waits for its payment. Please make that payment first.";
  if (subscription.status === "active" || subscription.status === "trialing") return null;
  return "A payment of your subscription is missing. Please make it first, then change the subscription.";
}
