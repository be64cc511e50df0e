import { setLetter } from "./letter";
import { durationInWords, linkTo } from "./words";

/** To the new address, which may be a stranger's: no name, no word that somebody else could choose. */
export const emailChangeConfirm = ({ token, validFor }: { token: string; validFor: number }, webUrl: string) =>
  setLetter({
    subject: "Confirm your new address for Etude",
    heading: "Is this your new address?",
    body: [
      "Somebody with an account at Etude wants to use this address from now on. If that's you, confirm it.",
      { label: "Use this address", href: linkTo(webUrl, "/confirm-email-change", token) },
      `The link works once, for ${durationInWords(validFor)}. Until then your account keeps its old address.`,
    ],
    because: "You get this because this address was entered as the new one of an account at Etude. If it wasn't you, ignore this mail; nothing happens.",
  });
