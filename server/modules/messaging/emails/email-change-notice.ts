import { setLetter } from "./letter";
import { durationInWords, greeting, linkTo } from "./words";

export interface EmailChangeNotice {
  name: string | null;
  newEmail: string;
  token: string;
  validFor: number;
}

/** To the old address, so that nobody can carry an account away unnoticed. */
export const emailChangeNotice = ({ name, newEmail, token, validFor }: EmailChangeNotice, webUrl: string) =>
  setLetter({
    subject: "The address of your Etude account is being changed",
    heading: "A new address for your account",
    body: [
      greeting(name),
      "We were asked to change the address of your account. It changes as soon as the new one is confirmed.",
      { facts: [["New address", newEmail]] },
      "If that was you, there is nothing to do here.",
      "If it wasn't, undo it. Your account stays with this address, and everybody is logged out.",
      { label: "Keep my address", href: linkTo(webUrl, "/undo-email-change", token) },
      `This works for ${durationInWords(validFor)}, also after the change. Then choose a new password too.`,
    ],
    because: "You get this because this is the address of your account at Etude.",
  });
