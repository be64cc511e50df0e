import { setLetter } from "../letter";
import { dateInWords, greeting, moneyInWords, type Money } from "../words";
import { billingPage, period, type Interval, type Reader } from "./terms";

export interface BillingTrialEnding extends Reader {
  trialEnd: Date;
  charge: Money;
  interval: Interval;
  cardLast4: string | null;
}

/** Some days before a trial turns into a subscription that costs. */
export function billingTrialEnding({ name, timeZone, trialEnd, charge, interval, cardLast4 }: BillingTrialEnding, webUrl: string) {
  const [date, amount, card] = [dateInWords(trialEnd, timeZone), moneyInWords(charge), cardLast4 ? ` to your card ending in ${cardLast4}` : ""];
  return setLetter({
    subject: `Your free trial ends on ${date}`,
    heading: "Your free trial ends soon",
    body: [
      greeting(name),
      `Your free trial of Premium ends on ${date}. Then ${amount} is charged${card}, and Premium renews each ${period(interval)} until you cancel.`,
      "If that's what you want, there is nothing to do.",
      "If not, cancel before that day, and you pay nothing. Your progress is kept either way.",
      { label: "See or cancel your plan", href: billingPage(webUrl) },
    ],
    because: "You get this because you have a free trial at Etude. We always tell you before it costs anything.",
  });
}
