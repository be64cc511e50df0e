import { dayAhead, type Clock } from "./dates";
import { money, priceTag, twelfth } from "./money";

export type Interval = "MONTH" | "YEAR";

/** A price as the API states it. */
export interface PriceFacts {
  id: string;
  interval: Interval;
  unitAmount: number;
  currency: string;
  /** Days that are free first; null for those who had theirs. */
  trialDays?: number | null;
}

/** One thing that happens after the button, and when: said before it is pressed. */
export interface Step {
  when: string;
  what: string;
  /** Whether money moves. */
  paid: boolean;
}

/** A price in words. */
export interface Offer {
  priceId: string;
  interval: Interval;
  name: string;
  tag: string;
  per: string;
  /** What it comes to beside the other price. */
  aside: string;
  steps: readonly Step[];
}

const NAMES = { MONTH: "Monthly", YEAR: "Yearly" } as const;
const PER = { MONTH: "a month", YEAR: "a year" } as const;
const MONTHS = { MONTH: 1, YEAR: 12 } as const;
/** Stripe tells of a trial's end three days ahead, and then we write. */
const REMINDED_DAYS_AHEAD = 3;

/** "Monthly" */
export const intervalName = (interval: Interval) => NAMES[interval];

/** "€12.00 a month" */
export const priceWords = ({ unitAmount, currency, interval }: Omit<PriceFacts, "id">) => `${money(unitAmount, currency)} ${PER[interval]}`;

/** The prices as they are offered. Without a clock (a visitor, whose day we don't know) days are counted instead of named. */
export function offersOf(prices: readonly PriceFacts[], clock: Clock | null): Offer[] {
  return prices.map((price) => ({
    priceId: price.id,
    interval: price.interval,
    name: NAMES[price.interval],
    tag: priceTag(price.unitAmount, price.currency),
    per: PER[price.interval],
    aside: asideOf(price, prices),
    steps: price.trialDays ? trialSteps(price, price.trialDays, clock) : paidSteps(price, clock),
  }));
}

/** "€8 a month, 33 % less than monthly": never rounded in our favour. */
function asideOf(price: PriceFacts, prices: readonly PriceFacts[]): string {
  if (price.interval === "MONTH") return "From month to month.";
  const monthly = prices.find(({ interval, currency }) => interval === "MONTH" && currency === price.currency);
  const each = `${priceTag(twelfth(price.unitAmount), price.currency)} a month`;
  const less = monthly ? Math.floor(100 - (100 * price.unitAmount) / (12 * monthly.unitAmount)) : 0;
  return less > 0 ? `Comes to ${each}, ${less} % less.` : `Comes to ${each}.`;
}

function trialSteps(price: PriceFacts, days: number, clock: Clock | null): Step[] {
  const when = (ahead: number) => (clock ? dayAhead(clock, { days: ahead }) : `In ${ahead} ${ahead === 1 ? "day" : "days"}`);
  const reminder = { when: when(days - REMINDED_DAYS_AHEAD), what: "We remind you by e-mail.", paid: false };
  return [
    { when: "Today", what: "Premium opens. Nothing is charged.", paid: false },
    ...(days > REMINDED_DAYS_AHEAD ? [reminder] : []),
    { when: when(days), what: `${money(price.unitAmount, price.currency)} is charged, and again each ${lower(price.interval)} until you cancel. Cancel before, and you pay nothing.`, paid: true },
  ];
}

function paidSteps(price: PriceFacts, clock: Clock | null): Step[] {
  const amount = money(price.unitAmount, price.currency);
  const next = clock ? dayAhead(clock, { months: MONTHS[price.interval] }) : `In a ${lower(price.interval)}`;
  return [
    { when: "Today", what: `${amount} is charged, and Premium opens.`, paid: true },
    { when: next, what: `${amount} is charged again, and so each ${lower(price.interval)} until you cancel. What is paid stays yours to its end.`, paid: true },
  ];
}

const lower = (interval: Interval) => interval.toLowerCase();
