import { day, daysUntil, inDays, type Clock } from "./dates";
import { money } from "./money";
import { intervalName } from "./offer";
import { leavingAt, standingOf, wasTrialRefused, type Buyer, type Standing, type SubscriptionFacts } from "./standing";

/** Where somebody stands, in words. */
export interface StandingWords {
  badge: { kind: "plain" | "accent" | "right" | "wrong"; text: string } | null;
  title: string;
  text: string;
}

/** A sentence above the page, where something is to be known or done, and the way to it. */
export interface BannerWords {
  kind: "plain" | "wrong";
  text: string;
  link: { to: string; words: string };
}

const ENDED = { kind: "plain", text: "Ended" } as const;
const MISSING = { kind: "wrong", text: "Payment missing" } as const;
const KEPT = "Your progress is kept.";
const TRIAL_REFUSED = `Nothing was charged. A card has one free trial, and the one you gave has had its own. You can still buy Premium, without a trial. ${KEPT}`;

/** How the billing page says where somebody stands. */
export function standingWords(buyer: Buyer, clock: Clock): StandingWords {
  const standing = standingOf(buyer);
  if (standing === "free") return { badge: null, title: "You are on the free plan", text: "The first levels of most tracks are yours for good. Premium opens all the others." };
  if (standing === "gift" || !buyer.subscription) return { badge: null, title: "You have Premium", text: "It was given to you: there is nothing to pay, and nothing to cancel." };
  return WORDS[standing](buyer.subscription, clock);
}

type Words = (subscription: SubscriptionFacts, clock: Clock) => StandingWords;

const WORDS: Record<Exclude<Standing, "free" | "gift">, Words> = {
  trial: (subscription, { timeZone }) => ({
    badge: { kind: "accent", text: "Trial" },
    title: `Premium, free until ${on(subscription.trialEnd, timeZone)}`,
    text: `Then ${nextAmount(subscription)} is charged, and ${afterwards(subscription)} until you cancel. Cancel before, and you pay nothing.`,
  }),
  active: (subscription) => ({
    badge: { kind: "right", text: "Active" },
    title: subscription.interval ? `Premium, ${intervalName(subscription.interval).toLowerCase()}` : "Premium",
    text: isReduced(subscription) ? `Next, ${nextAmount(subscription)} is charged, and ${afterwards(subscription)} until you cancel.` : `It renews each ${period(subscription)} until you cancel.`,
  }),
  leaving: (subscription, { timeZone }) => ({
    badge: { kind: "plain", text: "Cancelled" },
    title: `Premium until ${on(leavingAt(subscription), timeZone)}`,
    text: `You cancelled, so nothing more is charged. After that day the free levels stay open. ${KEPT}`,
  }),
  pastDue: (subscription, { timeZone }) => ({
    badge: MISSING,
    title: "A payment didn't go through",
    text: `We could not take your last payment. Premium stays open until ${on(subscription.accessUntil, timeZone)}: pay before then, and nothing changes.`,
  }),
  stopped: () => ({ badge: MISSING, title: "Premium is paused", text: `A payment is missing. Once it is made, Premium is back at once. ${KEPT}` }),
  unfinished: () => ({ badge: MISSING, title: "Your payment isn't finished", text: "Premium opens as soon as it is." }),
  revoked: (subscription, { timeZone }) => ({ badge: ENDED, ...revokedWords(subscription, timeZone) }),
  ended: (subscription, { timeZone }) => {
    if (wasTrialRefused(subscription)) return { badge: ENDED, title: "Your free trial was ended", text: TRIAL_REFUSED };
    return {
      badge: null,
      title: `Premium ended${subscription.endedAt ? ` on ${day(subscription.endedAt, timeZone)}` : ""}`,
      text: `You are on the free plan, and nothing more is charged. ${KEPT}`,
    };
  },
};

function revokedWords({ revokedAt, revokeReason }: SubscriptionFacts, timeZone: string) {
  const when = on(revokedAt, timeZone);
  return revokeReason === "DISPUTED"
    ? { title: "Premium ended with a disputed payment", text: `Your bank took the payment back, so Premium ended on ${when}. Nothing more is charged. ${KEPT}` }
    : { title: "Premium ended with a refund", text: `We gave you your payment back in full, so Premium ended on ${when}. Nothing more is charged. ${KEPT}` };
}

const TRIAL_DAYS_AHEAD = 3;
const LEAVING_DAYS_AHEAD = 7;
const REVOKED_DAYS_AFTER = 14;

/** What a learner should know while they practise: that a payment is missing, that a trial or premium ends soon, that it was taken. */
export function bannerWords(buyer: Buyer, clock: Clock): BannerWords | null {
  const standing = standingOf(buyer);
  return buyer.subscription ? (BANNERS[standing]?.(buyer.subscription, clock) ?? null) : null;
}

const BANNERS: Partial<Record<Standing, (subscription: SubscriptionFacts, clock: Clock) => BannerWords | null>> = {
  pastDue: (subscription, { timeZone }) => missing(subscription, `A payment didn't go through. Premium stays open until ${on(subscription.accessUntil, timeZone)}.`),
  stopped: (subscription) => missing(subscription, "Premium is paused, because a payment is missing."),
  unfinished: (subscription) => missing(subscription, "Your payment isn't finished. Premium opens as soon as it is."),
  trial: (subscription, clock) =>
    soon(subscription.trialEnd, clock, TRIAL_DAYS_AHEAD)
      ? toBilling(`Your trial ends ${inDays(subscription.trialEnd ?? "", clock)}. Then ${nextAmount(subscription)} is charged, unless you cancel before.`, "See your plan")
      : null,
  leaving: (subscription, clock) =>
    soon(leavingAt(subscription), clock, LEAVING_DAYS_AHEAD) ? toBilling(`You cancelled: Premium ends ${inDays(leavingAt(subscription) ?? "", clock)}.`, "See your plan") : null,
  revoked: (subscription, clock) =>
    daysUntil(subscription.revokedAt ?? "", clock) >= -REVOKED_DAYS_AFTER
      ? toBilling(subscription.revokeReason === "DISPUTED" ? "Premium ended, because your bank took the payment back." : "Premium ended, because we gave you your payment back.", "See your plan")
      : null,
};

const missing = ({ payUrl }: SubscriptionFacts, text: string): BannerWords => ({ kind: "wrong", text, link: payUrl ? { to: payUrl, words: "Pay now" } : { to: "/billing", words: "See what is missing" } });
const toBilling = (text: string, words: string): BannerWords => ({ kind: "plain", text, link: { to: "/billing", words } });

function soon(instant: string | null | undefined, clock: Clock, ahead: number): boolean {
  const days = instant ? daysUntil(instant, clock) : Number.NaN;
  return days >= 0 && days <= ahead;
}

/** "€96.00": what is charged next, as the API foresees it, else the price. */
export function nextAmount({ nextPaymentAmount, unitAmount, currency }: SubscriptionFacts): string {
  const amount = nextPaymentAmount ?? unitAmount;
  return amount == null ? "the price" : money(amount, currency);
}

/** A discount or what is left of an earlier payment lowers the next payment; that it lowers those after it is never promised. More than the price is taxes, which come again. */
const isReduced = ({ nextPaymentAmount, unitAmount }: SubscriptionFacts) => nextPaymentAmount != null && unitAmount != null && nextPaymentAmount < unitAmount;

/** "again each year", or "€96.00 each year after that," where that is another amount than the next. */
function afterwards(subscription: SubscriptionFacts): string {
  const { unitAmount, currency } = subscription;
  return isReduced(subscription) && unitAmount != null ? `${money(unitAmount, currency)} each ${period(subscription)} after that,` : `again each ${period(subscription)}`;
}

const period = ({ interval }: SubscriptionFacts) => interval?.toLowerCase() ?? "period";
const on = (instant: string | null | undefined, timeZone: string) => (instant ? day(instant, timeZone) : "its end");
