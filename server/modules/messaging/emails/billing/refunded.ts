import { setLetter } from "../letter";
import { greeting, moneyInWords, type Money } from "../words";
import { billingPage, FREE_LEVELS_STAY, pricingPage, REFUND_TAKES } from "./terms";

export interface BillingRefunded {
  name: string | null;
  refunded: Money;
  /** The whole payment was given back, and premium has ended with it. */
  full: boolean;
  /** A part of it had been given back before. */
  rest: boolean;
}

/** To somebody who got money back. */
export const billingRefunded = ({ name, refunded, full, rest }: BillingRefunded, webUrl: string) =>
  setLetter({
    subject: `Your refund from Etude: ${moneyInWords(refunded)}`,
    heading: "Your refund is on its way",
    body: [
      greeting(name),
      `We have given you back ${moneyInWords(refunded)}${full ? `, ${rest ? "the rest" : "all"} of your payment` : " of your payment"}. ${REFUND_TAKES}`,
      ...(full
        ? [`Premium and your subscription have ended with it, and there are no new charges. ${FREE_LEVELS_STAY}`, { label: "See the prices", href: pricingPage(webUrl), quiet: true as const }]
        : ["Premium stays open as before, and so does your subscription.", { label: "See your plan", href: billingPage(webUrl), quiet: true as const }]),
    ],
    because: "You get this because a payment of yours to Etude was refunded.",
  });
