import { setLetter } from "../letter";
import { dateInWords, greeting } from "../words";
import { billingPage, FREE_LEVELS_STAY, type Reader } from "./terms";

export interface BillingCancelled extends Reader {
  premiumUntil: Date;
}

/** To somebody who has just cancelled: it worked, and what they paid for stays theirs. */
export function billingCancelled({ name, timeZone, premiumUntil }: BillingCancelled, webUrl: string) {
  const date = dateInWords(premiumUntil, timeZone);
  return setLetter({
    subject: "Your Etude subscription is cancelled",
    heading: "Your subscription is cancelled",
    body: [
      greeting(name),
      `It will not renew, and there are no new charges. Premium stays open until ${date}.`,
      `After that you are on the free plan. ${FREE_LEVELS_STAY}`,
      `If you change your mind, you can resume it on your billing page until ${date}.`,
      { label: "Open your billing page", href: billingPage(webUrl) },
    ],
    because: "You get this because your subscription at Etude was cancelled.",
  });
}
