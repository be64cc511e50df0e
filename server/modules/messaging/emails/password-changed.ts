import { setLetter } from "./letter";
import { greeting, instantInWords, linkTo } from "./words";

/** To the owner of an account whose password has just changed, whoever did it. */
export const passwordChanged = ({ name, at, timeZone }: { name: string | null; at: Date; timeZone: string }, webUrl: string) =>
  setLetter({
    subject: "Your password for Etude was changed",
    heading: "Your password was changed",
    body: [
      greeting(name),
      `The password of your account was changed on ${instantInWords(at, timeZone)}. All other devices have been logged out.`,
      "If that was you, all is well.",
      "If it wasn't, take your account back now by choosing a new password:",
      { label: "This wasn't me", href: linkTo(webUrl, "/forgot-password") },
    ],
    because: "You get this because the password of your account at Etude was changed. We always tell you when that happens.",
  });
