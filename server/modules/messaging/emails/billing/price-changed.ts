import { setLetter } from "../letter";
import { dateInWords, greeting, moneyInWords, type Money } from "../words";
import { BECAUSE_SUBSCRIBED, billingPage, planInWords, priceInWords, type Interval, type Reader } from "./terms";

export interface BillingPriceChanged extends Reader {
  interval: Interval;
  price: Money;
  nextPaymentAt: Date;
  /** With a promotion code, or what is left of the old plan, it may be less than the price. */
  nextPayment: Money;
}

/** To a member who now pays another price, say yearly instead of monthly. */
export const billingPriceChanged = ({ name, timeZone, interval, price, nextPaymentAt, nextPayment }: BillingPriceChanged, webUrl: string) =>
  setLetter({
    subject: "Your Etude plan has changed",
    heading: "Your plan has changed",
    body: [
      greeting(name),
      "This is your plan from now on.",
      {
        facts: [
          ["Plan", planInWords(interval)],
          ["Price", priceInWords(price, interval)],
          ["Next payment", `${moneyInWords(nextPayment)} on ${dateInWords(nextPaymentAt, timeZone)}`],
        ],
      },
      "If the change itself cost anything, you get a receipt for it. You can change back or cancel at any time on your billing page.",
      { label: "See your plan", href: billingPage(webUrl) },
    ],
    because: BECAUSE_SUBSCRIBED,
  });
