import { setLetter } from "../letter";
import { dateInWords, greeting } from "../words";
import { BECAUSE_SUBSCRIBED, billingPage, type Reader } from "./terms";

export interface BillingCardExpiring extends Reader {
  /** As Stripe calls it: "visa", "amex". */
  brand: string;
  last4: string;
  /** 1 to 12 */
  expMonth: number;
  expYear: number;
  nextPaymentAt: Date | null;
}

const BRANDS = new Map([
  ["amex", "American Express"],
  ["diners", "Diners Club"],
  ["discover", "Discover"],
  ["eftpos_au", "eftpos"],
  ["jcb", "JCB"],
  ["mastercard", "Mastercard"],
  ["unionpay", "UnionPay"],
  ["visa", "Visa"],
]);

/** To a member whose card runs out before a payment can fail for it. */
export function billingCardExpiring(card: BillingCardExpiring, webUrl: string) {
  const { name, timeZone, last4, nextPaymentAt } = card;
  const brand = BRANDS.get(card.brand.toLowerCase());
  return setLetter({
    subject: "Your card for Etude runs out soon",
    heading: "Your card runs out soon",
    body: [
      greeting(name),
      `Your ${brand ? `${brand} card` : "card"} ending in ${last4}, with which you pay for Premium, is valid until the end of ${monthInWords(card)}.`,
      ...(nextPaymentAt ? [`The next payment is on ${dateInWords(nextPaymentAt, timeZone)}.`] : []),
      "Once you have a new card, change to it on your billing page, and Premium goes on without a break.",
      { label: "Change your card", href: billingPage(webUrl) },
    ],
    because: BECAUSE_SUBSCRIBED,
  });
}

const monthInWords = ({ expMonth, expYear }: BillingCardExpiring) =>
  new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(Date.UTC(expYear, expMonth - 1)));
