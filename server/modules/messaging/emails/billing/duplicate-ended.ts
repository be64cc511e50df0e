import { setLetter } from "../letter";
import { greeting, moneyInWords, type Money } from "../words";
import { billingPage, REFUND_TAKES } from "./terms";

export interface BillingDuplicateEnded {
  name: string | null;
  /** What was paid for the newer subscription; null: nothing had been. */
  refunded: Money | null;
}

/** To somebody who had bought premium twice without wanting to. */
export const billingDuplicateEnded = ({ name, refunded }: BillingDuplicateEnded, webUrl: string) =>
  setLetter({
    subject: "You had two Etude subscriptions; we ended one",
    heading: "One subscription is enough",
    body: [
      greeting(name),
      "Two subscriptions were bought for your account, perhaps in two windows at once. We kept the first and ended the newer one.",
      refunded ? `We have given you back ${moneyInWords(refunded)} for it, all that you paid. ${REFUND_TAKES}` : "Nothing was charged for it.",
      "Premium stays open, and there is nothing for you to do.",
      { label: "See your plan", href: billingPage(webUrl) },
    ],
    because: "You get this because a second subscription was bought for your account at Etude.",
  });
