import type { Interval } from "./offer";

/** A subscription as the API tells of it. */
export interface SubscriptionFacts {
  status: "INCOMPLETE" | "INCOMPLETE_EXPIRED" | "TRIALING" | "ACTIVE" | "PAST_DUE" | "UNPAID" | "CANCELED" | "PAUSED";
  interval?: Interval | null;
  unitAmount?: number | null;
  currency: string;
  currentPeriodEnd?: string | null;
  cancelAtPeriodEnd: boolean;
  cancelAt?: string | null;
  trialEnd?: string | null;
  endedAt?: string | null;
  pastDueSince?: string | null;
  accessUntil?: string | null;
  nextPaymentAt?: string | null;
  nextPaymentAmount?: number | null;
  /** Where the missing payment is made. */
  payUrl?: string | null;
  hasPendingUpdate: boolean;
  revokedAt?: string | null;
  revokeReason?: "REFUNDED" | "DISPUTED" | null;
}

export interface Buyer {
  plan: "FREE" | "PREMIUM";
  subscription?: SubscriptionFacts | null;
}

/**
 * Where somebody stands with premium:
 * free (never bought), gift (premium that nobody pays for), trial, active, leaving (cancelled, still running), pastDue (a
 * payment is missing, premium stays for now), stopped (it is missing, premium is off), unfinished (the first payment
 * never came through), revoked (the money went back), ended.
 */
export type Standing = "free" | "gift" | "trial" | "active" | "leaving" | "pastDue" | "stopped" | "unfinished" | "revoked" | "ended";

const BY_STATUS = {
  TRIALING: "trial",
  ACTIVE: "active",
  PAST_DUE: "pastDue",
  UNPAID: "stopped",
  PAUSED: "stopped",
  INCOMPLETE: "unfinished",
  INCOMPLETE_EXPIRED: "ended",
  CANCELED: "ended",
} as const;

export function standingOf({ plan, subscription }: Buyer): Standing {
  if (!subscription) return plan === "PREMIUM" ? "gift" : "free";
  const standing = boughtStanding(subscription);
  if (plan === "PREMIUM") return OVER.includes(standing) ? "gift" : standing;
  return standing === "pastDue" ? "stopped" : standing;
}

/** Standings of a subscription that gives no premium: who has it all the same was given it. */
const OVER: readonly Standing[] = ["ended", "unfinished", "revoked"];

function boughtStanding(subscription: SubscriptionFacts): Standing {
  if (subscription.revokedAt) return "revoked";
  const byStatus = BY_STATUS[subscription.status] ?? "stopped";
  return (byStatus === "trial" || byStatus === "active") && isCancelled(subscription) ? "leaving" : byStatus;
}

/** Whether it ends with what is paid now. One that will end by a date after that is charged until then, and can be cancelled. */
export const isCancelled = ({ cancelAtPeriodEnd, cancelAt, currentPeriodEnd }: SubscriptionFacts): boolean =>
  cancelAtPeriodEnd || Boolean(cancelAt && (!currentPeriodEnd || Date.parse(cancelAt) <= Date.parse(currentPeriodEnd)));

/** Whether a payment is missing: then there is no paid time left to wait for, and a cancellation ends it at once. */
export const isUnpaid = (standing: Standing): boolean => standing === "pastDue" || standing === "stopped" || standing === "unfinished";

/** Whether a trial was ended before its time, which no cancellation does: we end a second one on the same card. */
export const wasTrialRefused = ({ endedAt, trialEnd }: SubscriptionFacts): boolean => Boolean(endedAt && trialEnd && Date.parse(endedAt) < Date.parse(trialEnd));

const OVER_RECENTLY_MS = 10 * 60_000;

/** Whether what was bought is over just now: a second trial on one card ends within seconds, a disputed or refunded payment at once. Nobody needs to wait for it. */
export function isOverSoon(buyer: Buyer, now: Date): boolean {
  const standing = standingOf(buyer);
  const { revokedAt, endedAt } = buyer.subscription ?? {};
  const over = standing === "revoked" ? revokedAt : endedAt;
  return (standing === "revoked" || standing === "ended") && Boolean(over && now.getTime() - Date.parse(over) < OVER_RECENTLY_MS);
}

/** Whether premium may be bought now: one subscription at a time, and one with a payment missing is paid instead. */
export const mayBuy = (standing: Standing) => standing === "free" || standing === "ended" || standing === "revoked";

/** When premium ends for one who cancelled: with what is paid, or by a date before that. */
export function leavingAt({ cancelAt, trialEnd, currentPeriodEnd, status }: SubscriptionFacts): string | null {
  const paidUntil = (status === "TRIALING" ? trialEnd : null) ?? currentPeriodEnd ?? null;
  return cancelAt && (!paidUntil || Date.parse(cancelAt) <= Date.parse(paidUntil)) ? cancelAt : paidUntil;
}
