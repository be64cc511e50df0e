import { setLetter } from "../letter";
import { greeting } from "../words";
import { pricingPage } from "./terms";

export interface BillingTrialRefused {
  name: string | null;
  /** The card has had a trial, with whatever account. */
  reason: "card";
}

/** To somebody whose new trial was ended, for it would have been the second. */
export const billingTrialRefused = ({ name }: BillingTrialRefused, webUrl: string) =>
  setLetter({
    subject: "About your free trial of Etude Premium",
    heading: "This card has had its free trial",
    body: [
      greeting(name),
      "There is one free trial for each person, and the card you used has had one already. So we ended this one. Nothing was charged.",
      "You can subscribe without a trial whenever you like; the price is shown before you pay anything.",
      { label: "See the prices", href: pricingPage(webUrl) },
      "If we are wrong, or somebody else in your home used the card, answer this mail and we will look at it.",
    ],
    because: "You get this because you began a free trial at Etude.",
  });
