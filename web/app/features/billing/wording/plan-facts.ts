import { day, type Clock } from "./dates";
import { money } from "./money";
import { priceWords, type Interval } from "./offer";
import { isUnpaid, mayBuy, standingOf, type Buyer, type Standing, type SubscriptionFacts } from "./standing";

/** What a table of facts says of a subscription, line by line. */
export interface Fact {
  name: string;
  value: string;
}

/** Price, next payment, or until when it stays: what applies. */
export function planFacts(buyer: Buyer, { timeZone }: Clock): Fact[] {
  const { subscription } = buyer;
  if (!subscription) return [];
  const standing = standingOf(buyer);
  const facts = [
    { name: "Price", value: standing === "revoked" || standing === "ended" ? null : priceOf(subscription) },
    { name: "Next payment", value: NEXT[standing]?.(subscription, timeZone) ?? null },
    { name: "Payment missing since", value: standing === "pastDue" && subscription.pastDueSince ? day(subscription.pastDueSince, timeZone) : null },
  ];
  return facts.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
}

const NEXT: Partial<Record<Standing, (subscription: SubscriptionFacts, timeZone: string) => string | null>> = {
  trial: (subscription, timeZone) => payment(subscription, subscription.trialEnd, timeZone),
  active: (subscription, timeZone) => payment(subscription, subscription.currentPeriodEnd, timeZone),
  leaving: () => "None",
};

function payment({ nextPaymentAt, nextPaymentAmount, unitAmount, currency }: SubscriptionFacts, otherwiseAt: string | null | undefined, timeZone: string): string | null {
  const at = nextPaymentAt ?? otherwiseAt;
  const amount = nextPaymentAmount ?? unitAmount;
  return at && amount != null ? `${money(amount, currency)} on ${day(at, timeZone)}` : null;
}

function priceOf({ interval, unitAmount, currency }: SubscriptionFacts): string | null {
  return interval && unitAmount != null ? priceWords({ interval, unitAmount, currency }) : null;
}

/** What can be done on the billing page. */
export interface Ways {
  /** The way to buy. */
  buy: boolean;
  cancel: boolean;
  resume: boolean;
  /** Where the missing payment is made. */
  payUrl: string | null;
  /** The other price to change to. */
  changeTo: { id: string; interval: Interval } | null;
  /** Whether anything is or may be charged to a card, so that it matters which. */
  card: boolean;
  /** Whether there is anything to manage at Stripe. */
  portal: boolean;
  /** A change of price waits for its payment; the old price holds until then. */
  waitingChange: boolean;
}

type PricedBuyer = Buyer & { subscription?: (SubscriptionFacts & { price?: { id: string } | null }) | null };

/** What may be done, given where somebody stands and the prices on sale. */
export function waysFor(buyer: PricedBuyer, prices: readonly { id: string; interval: Interval }[]): Ways {
  const standing = standingOf(buyer);
  const { subscription } = buyer;
  const waitingChange = runs(standing) && Boolean(subscription?.hasPendingUpdate);
  return {
    buy: mayBuy(standing),
    cancel: mayCancel(buyer),
    resume: standing === "leaving",
    payUrl: (isUnpaid(standing) || waitingChange) && subscription?.payUrl ? subscription.payUrl : null,
    changeTo: runs(standing) && !waitingChange && subscription ? otherPrice(subscription, prices) : null,
    card: isCharged(standing),
    portal: Boolean(subscription),
    waitingChange,
  };
}

/** Whether there is something to cancel: what goes on, and what a payment is missing of, which ends at once, also when it would end anyway. */
export function mayCancel(buyer: Buyer): boolean {
  const standing = standingOf(buyer);
  return runs(standing) || isUnpaid(standing);
}

/** Whether a subscription is at this price already. */
export const hasPrice = (subscription: { price?: { id: string } | null } | null | undefined, priceId: string): boolean => subscription?.price?.id === priceId;

const isCharged = (standing: Standing) => !mayBuy(standing) && standing !== "gift";
const runs = (standing: Standing) => standing === "trial" || standing === "active";

function otherPrice(subscription: NonNullable<PricedBuyer["subscription"]>, prices: readonly { id: string; interval: Interval }[]) {
  return prices.find(({ id, interval }) => id !== subscription.price?.id && interval !== subscription.interval) ?? null;
}
