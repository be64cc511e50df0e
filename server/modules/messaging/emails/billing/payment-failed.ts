import { setLetter } from "../letter";
import { dateInWords, greeting, moneyInWords, type Money } from "../words";
import { billingPage, FREE_LEVELS_STAY, pageAtStripe, type Reader } from "./terms";

export interface BillingPaymentFailed extends Reader {
  due: Money;
  payUrl: string | null;
  premiumUntil: Date;
  /** The first failure; some days later; just before premium pauses; premium has paused. */
  stage: "first" | "reminder" | "last" | "ended";
  /** The bank wants the person to confirm the payment (3-D Secure): nothing is wrong with the card. */
  needsAction: boolean;
}

/** A payment is missing: what for, what happens when, and the way to pay it. */
export function billingPaymentFailed(missing: BillingPaymentFailed, webUrl: string) {
  const { name, due, needsAction } = missing;
  return setLetter({
    ...titleOf(missing),
    body: [greeting(name), needsAction ? unconfirmed(due) : refused(due), consequenceOf(missing), ...waysOf(missing, webUrl)],
    because: "You get this because a payment for your subscription at Etude is missing. Once it is made, these mails stop.",
  });
}

function titleOf({ stage, needsAction, timeZone, premiumUntil }: BillingPaymentFailed) {
  if (stage === "ended") return { subject: "Premium is paused: a payment is missing", heading: "Premium is paused" };
  if (stage === "last") return { subject: "Premium pauses soon: a payment is missing", heading: `Premium pauses on ${dateInWords(premiumUntil, timeZone)}` };
  if (needsAction) return { subject: stage === "first" ? "Please confirm your payment to Etude" : "Your payment to Etude still waits for you", heading: "Your bank asks you to confirm a payment" };
  return stage === "first" ? { subject: "Your payment to Etude didn't go through", heading: "A payment didn't go through" } : { subject: "Your payment to Etude is still missing", heading: "A payment is still missing" };
}

const unconfirmed = (due: Money) => `For your payment of ${moneyInWords(due)} your bank wants to be sure that it is you. Please confirm it; that takes a minute, and nothing is wrong with your card.`;
const refused = (due: Money) => `We could not take ${moneyInWords(due)} for Premium. That happens: a card runs out or reaches its limit, or a bank says no without a reason.`;

function consequenceOf({ stage, timeZone, premiumUntil, needsAction }: BillingPaymentFailed): string {
  const date = dateInWords(premiumUntil, timeZone);
  if (stage === "ended") return `Premium has been paused since ${date}. Once the payment is made, it is back. ${FREE_LEVELS_STAY}`;
  if (stage === "last") return `Premium stays open until ${date}, and pauses then if the payment is still missing. ${FREE_LEVELS_STAY}`;
  return `Premium stays open until ${date}. ${needsAction ? "Confirm" : "Pay"} before then, and nothing changes.`;
}

function waysOf({ due, payUrl, needsAction }: BillingPaymentFailed, webUrl: string) {
  const pay = pageAtStripe(payUrl);
  const billing = billingPage(webUrl);
  if (!pay) return [{ label: "See what is missing", href: billing }, "On your billing page you can also change your card, or cancel if you would rather stop."];
  return [
    { label: needsAction ? "Confirm the payment" : `Pay ${moneyInWords(due)}`, href: pay },
    "You can use another card there too. If you would rather stop, you can cancel on your billing page.",
    { label: "Open your billing page", href: billing, quiet: true as const },
  ];
}
