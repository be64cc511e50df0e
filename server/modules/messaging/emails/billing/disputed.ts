import { setLetter } from "../letter";
import { greeting } from "../words";
import { billingPage, FREE_LEVELS_STAY } from "./terms";

/** To somebody whose bank has taken a payment back, whether they asked for it or not. */
export const billingDisputed = ({ name }: { name: string | null }, webUrl: string) =>
  setLetter({
    subject: "Your bank took back a payment to Etude",
    heading: "Your bank took a payment back",
    body: [
      greeting(name),
      "Your bank has told us that you don't agree with a payment to Etude, and has taken it back. So Premium and your subscription have ended, and there are no new charges.",
      FREE_LEVELS_STAY,
      "If that was a mistake, or something was wrong with what you paid for, answer this mail: a person reads it, and we will put it right.",
      { label: "See your invoices", href: billingPage(webUrl) },
    ],
    because: "You get this because a payment of yours to Etude was disputed.",
  });
