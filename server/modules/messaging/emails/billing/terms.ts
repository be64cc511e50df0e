import { linkTo, moneyInWords, type Money } from "../words";

export type Interval = "MONTH" | "YEAR";

/** To somebody with a name and a calendar of their own. */
export interface Reader {
  name: string | null;
  timeZone: string;
}

/** "month" */
export const period = (interval: Interval) => interval.toLowerCase();

/** "€12.00 a month" */
export const priceInWords = (price: Money, interval: Interval) => `${moneyInWords(price)} a ${period(interval)}`;

/** "Premium, monthly" */
export const planInWords = (interval: Interval | null) => (interval ? `Premium, ${period(interval)}ly` : "Premium");

export const billingPage = (webUrl: string) => linkTo(webUrl, "/billing");
export const pricingPage = (webUrl: string) => linkTo(webUrl, "/pricing");

/** An address that Stripe gave, as it gave it; null when it is none that a browser opens as a page. */
export const pageAtStripe = (url: string | null) => (url && /^https?:\/\/\S+$/i.test(url) ? url : null);

export const FREE_LEVELS_STAY = "Your progress is kept, and the free levels stay open.";
export const REFUND_TAKES = "It takes 5 to 10 days until it is on your statement.";
export const BECAUSE_SUBSCRIBED = "You get this because you have a subscription at Etude.";
