import { setLetter } from "../letter";
import { dateInWords, greeting } from "../words";
import { FREE_LEVELS_STAY, pricingPage, type Reader } from "./terms";

export interface BillingEnded extends Reader {
  endedAt: Date;
  reason: "cancelled" | "unpaid";
}

const WHY = { cancelled: "because it was cancelled", unpaid: "because a payment was missing for too long" } as const;

/** To somebody whose subscription is over. */
export const billingEnded = ({ name, timeZone, endedAt, reason }: BillingEnded, webUrl: string) =>
  setLetter({
    subject: "Your Etude Premium has ended",
    heading: "Premium has ended",
    body: [
      greeting(name),
      `Your subscription ended on ${dateInWords(endedAt, timeZone)}, ${WHY[reason]}. There are no new charges.`,
      `You are on the free plan now. ${FREE_LEVELS_STAY}`,
      "Thank you for the time with us. If you want Premium again one day, you are welcome.",
      { label: "See the prices", href: pricingPage(webUrl) },
    ],
    because: "You get this because you had a subscription at Etude.",
  });
