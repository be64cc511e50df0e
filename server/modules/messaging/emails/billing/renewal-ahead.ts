import { setLetter } from "../letter";
import { dateInWords, greeting, moneyInWords, type Money } from "../words";
import { billingPage, type Reader } from "./terms";

export interface BillingRenewalAhead extends Reader {
  renewsAt: Date;
  price: Money;
}

/** About two weeks before a yearly plan renews, for a year is long enough to forget. */
export function billingRenewalAhead({ name, timeZone, renewsAt, price }: BillingRenewalAhead, webUrl: string) {
  const date = dateInWords(renewsAt, timeZone);
  return setLetter({
    subject: `Etude Premium renews on ${date}`,
    heading: "Your yearly plan renews soon",
    body: [
      greeting(name),
      `On ${date} Premium renews for another year, and ${moneyInWords(price)} is charged.`,
      "If that's what you want, there is nothing to do.",
      "If not, cancel before that day, and nothing is charged. Premium then stays open until the end of the year you paid.",
      { label: "See or cancel your plan", href: billingPage(webUrl) },
    ],
    because: "You get this because you have a yearly subscription at Etude. We always tell you before it renews.",
  });
}
