import { setLetter } from "../letter";
import { dateInWords, greeting, moneyInWords, type Money } from "../words";
import { BECAUSE_SUBSCRIBED, billingPage, type Reader } from "./terms";

export interface BillingResumed extends Reader {
  nextPaymentAt: Date;
  price: Money;
}

/** To somebody who had cancelled and has changed their mind. */
export const billingResumed = ({ name, timeZone, nextPaymentAt, price }: BillingResumed, webUrl: string) =>
  setLetter({
    subject: "Your Etude subscription goes on",
    heading: "Good that you stay",
    body: [
      greeting(name),
      `Your subscription is no longer cancelled, and Premium goes on without a break. On ${dateInWords(nextPaymentAt, timeZone)} it renews, and ${moneyInWords(price)} is charged.`,
      "Nothing is charged before that day. You can cancel at any time on your billing page.",
      { label: "See your plan", href: billingPage(webUrl) },
    ],
    because: BECAUSE_SUBSCRIBED,
  });
