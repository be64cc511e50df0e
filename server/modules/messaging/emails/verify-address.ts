import { setLetter } from "./letter";
import { durationInWords, linkTo } from "./words";

/** To somebody who signed up, or somebody whose address was used for it: no name, no word that a stranger could choose. */
export const verifyAddress = ({ token, validFor }: { token: string; validFor: number }, webUrl: string) =>
  setLetter({
    subject: "Confirm your address for Etude",
    heading: "Welcome to Etude",
    body: [
      "One step, and you can begin: confirm that this address is yours.",
      { label: "Confirm my address", href: linkTo(webUrl, "/verify-email", token) },
      `The link works once, for ${durationInWords(validFor)}. If it has run out, log in and we send you a new one.`,
    ],
    because: "You get this because somebody signed up for Etude with this address. If it wasn't you, ignore this mail; without your confirmation the address isn't used.",
  });
