import { setLetter } from "../letter";
import { dateInWords, greeting, moneyInWords, type Money } from "../words";
import { BECAUSE_SUBSCRIBED, billingPage, period, priceInWords, type Interval, type Reader } from "./terms";

export interface BillingSubscribed extends Reader {
  interval: Interval;
  price: Money;
  trialEnd: Date | null;
  nextPaymentAt: Date;
  /** With a promotion code it may be less than the price. */
  nextPayment: Money;
}

/** To a new member, with or without a trial: what it costs, when, and how it ends. */
export const billingSubscribed = (subscribed: BillingSubscribed, webUrl: string) =>
  setLetter({
    subject: "Welcome to Etude Premium",
    heading: "Welcome to Premium",
    body: [
      greeting(subscribed.name),
      "Every level of every track is open to you now. Thank you for practising with us.",
      ...(subscribed.trialEnd ? trialTerms(subscribed, subscribed.trialEnd) : paidTerms(subscribed)),
      { label: "See your plan", href: billingPage(webUrl) },
    ],
    because: BECAUSE_SUBSCRIBED,
  });

const trialTerms = ({ timeZone, price, interval, nextPaymentAt, nextPayment }: BillingSubscribed, trialEnd: Date) => [
  `Premium is free for you until ${dateInWords(trialEnd, timeZone)}. On ${dateInWords(nextPaymentAt, timeZone)} ${moneyInWords(nextPayment)} is charged, and ${nextPayment.amount === price.amount ? "again" : `then ${moneyInWords(price)}`} each ${period(interval)} until you cancel.`,
  "We remind you before that. Cancel in the trial, on your billing page, and you pay nothing.",
];

const paidTerms = ({ timeZone, price, interval, nextPaymentAt }: BillingSubscribed) => [
  `It costs ${priceInWords(price, interval)}. The next payment is on ${dateInWords(nextPaymentAt, timeZone)}, then each ${period(interval)} until you cancel.`,
  "You can cancel at any time on your billing page. Premium then stays open until the end of what you paid.",
];
