import { setLetter } from "./letter";
import { durationInWords, greeting, linkTo } from "./words";

/** To the owner of an account who has forgotten the password. */
export const resetPassword = ({ name, token, validFor }: { name: string | null; token: string; validFor: number }, webUrl: string) =>
  setLetter({
    subject: "Choose a new password for Etude",
    heading: "Choose a new password",
    body: [
      greeting(name),
      "Here is the link you asked for.",
      { label: "Choose a new password", href: linkTo(webUrl, "/reset-password", token) },
      `It works once, for ${durationInWords(validFor)}. When you have chosen, you are logged out everywhere else.`,
      "If you didn't ask for it, ignore this mail: your password stays as it is, and nobody but you can use the link.",
    ],
    because: "You get this because somebody asked for a new password for your account at Etude.",
  });
