import { days } from "../../../platform/clock";
import { endOf, isCancelling, isLeaving, isOver, isRunning } from "../standing/access.rules";
import type { Known } from "../standing/known";
import type { Notice } from "./notice";
import type { StandingSubscription } from "../standing/standing.rules";

/** What is older than this is no news: a first look at an old customer writes to nobody. */
const NEWS = days(3);
/** Stripe tells of a trial's end three days ahead; a day more, for the customers whom only the nightly look finds. */
const TRIAL_REMINDER_AHEAD = days(4);
const RENEWAL_REMINDER_AHEAD = days(14);

interface Moment {
  known: Known;
  now: Date;
  /** Those that end for a reason of their own, which has a mail of its own. */
  unwanted: ReadonlySet<string>;
}

/** The mails that are owed for subscriptions. They follow from how things stand, so a doubled or late event changes nothing. */
export function subscriptionNotices(subscriptions: readonly StandingSubscription[], moment: Moment): Notice[] {
  const wanted = subscriptions.filter(({ subscriptionId }) => !moment.unwanted.has(subscriptionId));
  return wanted.flatMap((subscription) => [
    ...begun(subscription, moment),
    ...cancelled(subscription, moment),
    ...resumed(subscription, moment),
    ...ended(subscription, moment),
    ...changed(subscription, moment),
    ...ahead(subscription, moment),
  ]);
}

const isNews = (at: Date | null, { now }: Moment): at is Date => at !== null && at.getTime() > now.getTime() - NEWS;
const isAhead = (at: Date | null, within: number, { now }: Moment): at is Date => at !== null && at > now && at.getTime() <= now.getTime() + within;

function priceOf({ unitAmount, quantity, currency }: StandingSubscription) {
  return { amount: (unitAmount ?? 0) * quantity, currency };
}

const nextPaymentOf = (subscription: StandingSubscription) => ({ amount: subscription.nextAmount ?? priceOf(subscription).amount, currency: subscription.currency });

function begun(subscription: StandingSubscription, moment: Moment): Notice[] {
  const { subscriptionId, interval, status, trialEnd, currentPeriodEnd, createdAt, revokedAt } = subscription;
  if (!isRunning(status) || revokedAt || !interval || !currentPeriodEnd || !isNews(createdAt, moment)) return [];
  const trial = status === "trialing" ? trialEnd : null;
  return [{ template: "billing-subscribed", key: `subscribed:${subscriptionId}`, data: { interval, price: priceOf(subscription), trialEnd: trial, nextPaymentAt: currentPeriodEnd, nextPayment: nextPaymentOf(subscription) } }];
}

function cancelled(subscription: StandingSubscription, moment: Moment): Notice[] {
  const { subscriptionId, canceledAt, status } = subscription;
  const premiumUntil = endOf(subscription);
  if (!isRunning(status) || !premiumUntil || !isLeaving(subscription) || !isNews(canceledAt, moment)) return [];
  return [{ template: "billing-cancelled", key: `cancelled:${subscriptionId}:${canceledAt.getTime()}`, data: { premiumUntil } }];
}

function resumed(subscription: StandingSubscription, { known }: Moment): Notice[] {
  const { subscriptionId, status, currentPeriodEnd } = subscription;
  const before = known.subscriptions.get(subscriptionId);
  if (!before || !isCancelling(before) || isCancelling(subscription) || !isRunning(status) || !currentPeriodEnd) return [];
  const data = { nextPaymentAt: currentPeriodEnd, price: nextPaymentOf(subscription) };
  return [{ template: "billing-resumed", key: `resumed:${subscriptionId}:${before.canceledAt?.getTime() ?? 0}`, data }];
}

function ended({ subscriptionId, status, endedAt, endedUnpaid, revokedAt }: StandingSubscription, moment: Moment): Notice[] {
  if (!isOver(status) || revokedAt || status === "incomplete_expired" || !isNews(endedAt, moment)) return [];
  return [{ template: "billing-ended", key: `ended:${subscriptionId}`, data: { endedAt, reason: endedUnpaid ? "unpaid" : "cancelled" } }];
}

function changed(subscription: StandingSubscription, { known }: Moment): Notice[] {
  const { subscriptionId, priceId, interval, status, currentPeriodEnd, latestInvoiceId } = subscription;
  const before = known.subscriptions.get(subscriptionId);
  if (!before?.priceId || !priceId || before.priceId === priceId || !isRunning(status) || !interval || !currentPeriodEnd) return [];
  const data = { interval, price: priceOf(subscription), nextPaymentAt: currentPeriodEnd, nextPayment: nextPaymentOf(subscription) };
  return [{ template: "billing-price-changed", key: `price:${subscriptionId}:${priceId}:${latestInvoiceId ?? ""}`, data }];
}

/** What comes, told in time to do something about it. */
const ahead = (subscription: StandingSubscription, moment: Moment): Notice[] =>
  isRunning(subscription.status) && !isCancelling(subscription) ? [...trialEnding(subscription, moment), ...renewalAhead(subscription, moment), ...cardExpiring(subscription, moment)] : [];

function trialEnding(subscription: StandingSubscription, moment: Moment): Notice[] {
  const { subscriptionId, status, trialEnd, interval, card } = subscription;
  if (status !== "trialing" || !interval || !isAhead(trialEnd, TRIAL_REMINDER_AHEAD, moment)) return [];
  const data = { trialEnd, charge: nextPaymentOf(subscription), interval, cardLast4: card?.last4 ?? null };
  return [{ template: "billing-trial-ending", key: `trial-ending:${subscriptionId}:${trialEnd.getTime()}`, data }];
}

function renewalAhead(subscription: StandingSubscription, moment: Moment): Notice[] {
  const { subscriptionId, status, interval, currentPeriodEnd: renewsAt } = subscription;
  if (status !== "active" || interval !== "YEAR" || !isAhead(renewsAt, RENEWAL_REMINDER_AHEAD, moment)) return [];
  return [{ template: "billing-renewal-ahead", key: `renewal:${subscriptionId}:${renewsAt.getTime()}`, data: { renewsAt, price: nextPaymentOf(subscription) } }];
}

function cardExpiring({ subscriptionId, card, currentPeriodEnd, createdAt }: StandingSubscription, moment: Moment): Notice[] {
  if (!card || !currentPeriodEnd || currentPeriodEnd <= moment.now || !expiresBefore(card, currentPeriodEnd) || isNews(createdAt, moment)) return [];
  const { brand, last4, expMonth, expYear } = card;
  return [{ template: "billing-card-expiring", key: `card:${subscriptionId}:${last4}:${expYear}-${expMonth}`, data: { brand, last4, expMonth, expYear, nextPaymentAt: currentPeriodEnd } }];
}

/** A card is good to the last day of its month. */
const expiresBefore = ({ expMonth, expYear }: { expMonth: number; expYear: number }, at: Date): boolean => Date.UTC(expYear, expMonth, 1) <= at.getTime();
