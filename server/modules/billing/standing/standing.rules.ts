import type { CustomerTruth, InvoiceTruth, SubscriptionTruth } from "../../../gateways/payments/port";
import { accessUntil, isCancelling, isLive, isOver } from "./access.rules";
import { amountRefunded, isDisputed, isPaid, revocationOf, type RevokeReason } from "./money.rules";

/** A subscription with what follows for it from the customer's money. */
export interface StandingSubscription extends SubscriptionTruth {
  /** Since when a payment is missing. */
  pastDueSince: Date | null;
  /** Money went back, and took premium along. */
  revokedAt: Date | null;
  revokeReason: RevokeReason | null;
  /** Until when it gives premium; null: not at all. */
  accessUntil: Date | null;
}

export interface StandingInvoice extends InvoiceTruth {
  amountRefunded: number;
  disputed: boolean;
}

export interface Standing {
  subscriptions: readonly StandingSubscription[];
  invoices: readonly StandingInvoice[];
}

/** What follows from everything that the provider knows of a customer. */
export function standingOf(truth: Pick<CustomerTruth, "subscriptions" | "invoices" | "refunds" | "disputes">): Standing {
  const invoices = truth.invoices.map((invoice) => ({ ...invoice, amountRefunded: amountRefunded(invoice, truth), disputed: isDisputed(invoice, truth) }));
  const subscriptions = truth.subscriptions.map((subscription) => {
    const its = truth.invoices.filter(({ subscriptionId }) => subscriptionId === subscription.subscriptionId);
    const terms = { ...subscription, pastDueSince: pastDueSince(subscription, its), ...(revocationOf(its, truth) ?? { revokedAt: null, revokeReason: null }) };
    return { ...terms, accessUntil: accessUntil(terms) };
  });
  return { subscriptions, invoices };
}

/**
 * From the oldest invoice that is open since something was last paid: trying again makes nothing younger, and an older one that was left
 * open, of a change say, did not stop the payments that came after it.
 */
function pastDueSince({ status, currentPeriodStart }: SubscriptionTruth, its: readonly InvoiceTruth[]): Date | null {
  if (status !== "past_due") return null;
  const lastPaid = Math.max(0, ...its.filter(isPaid).map(({ createdAt }) => createdAt.getTime()));
  const open = its.filter((invoice) => invoice.status === "open");
  const since = open.filter(({ createdAt }) => createdAt.getTime() > lastPaid);
  const due = (since.length > 0 ? since : open).map(({ finalizedAt, createdAt }) => (finalizedAt ?? createdAt).getTime());
  return due.length > 0 ? new Date(Math.min(...due)) : currentPeriodStart;
}

/** What the choice of the one that counts looks at. */
export interface Candidate {
  stripeId: string;
  status: string;
  revokedAt: Date | null;
  currentPeriodEnd: Date | null;
  cancelAt: Date | null;
  cancelAtPeriodEnd: boolean;
  /** The attempt of our own checkout that it came from; null for one that was made at the provider by hand. */
  attemptId: string | null;
  createdAt: Date;
}

const PREFERENCE = ["active", "trialing", "past_due", "unpaid", "paused", "incomplete"];

/** Of all subscriptions that a person ever had, the one that counts: the best that lives, else the last that ended. */
export function currentOf<One extends Candidate>(all: readonly One[]): One | null {
  const [best] = [...all].sort((one, other) => rank(one) - rank(other) || order(one, other) || (one.stripeId < other.stripeId ? -1 : 1));
  return best ?? null;
}

function rank({ status, revokedAt }: Candidate): number {
  if (isOver(status)) return 100;
  const place = PREFERENCE.indexOf(status);
  return (place < 0 ? PREFERENCE.length : place) + (revokedAt ? 50 : 0);
}

/** Of two that live the elder was meant; of two that are over the younger is the last. */
const order = (one: Candidate, other: Candidate) =>
  isOver(one.status) ? other.createdAt.getTime() - one.createdAt.getTime() : one.createdAt.getTime() - other.createdAt.getTime();

/**
 * Whether a duplicate may be ended and given back without asking anybody: it was bought at our own checkout, after the one that counts
 * and goes on. Whatever was made by hand, or makes way for another, is for people to look at.
 */
export const isBoughtTwice = (duplicate: Candidate, current: Candidate): boolean => duplicate.attemptId !== null && duplicate.createdAt >= current.createdAt && !isCancelling(current);

/** Subscriptions that live beside the one that counts: somebody pays twice. */
export const duplicatesOf = <One extends Candidate>(all: readonly One[], current: One | null): One[] =>
  current && isLive(current.status) ? all.filter((one) => one !== current && isLive(one.status) && !one.revokedAt) : [];

