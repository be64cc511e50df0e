import { setLetter } from "./letter";
import { deviceInWords, greeting, instantInWords, linkTo } from "./words";

export interface NewSignIn {
  name: string | null;
  at: Date;
  timeZone: string;
  ipAddress: string | null;
  userAgent: string | null;
}

/** To the owner of an account, after a login from where there has been none before. */
export const newSignIn = ({ name, at, timeZone, ipAddress, userAgent }: NewSignIn, webUrl: string) =>
  setLetter({
    subject: "A new login to your Etude account",
    heading: "A login from somewhere new",
    body: [
      greeting(name),
      "Somebody has just logged in to your account from a place we haven't seen before.",
      {
        facts: [
          ["When", instantInWords(at, timeZone)],
          ["With", deviceInWords(userAgent)],
          ["From", ipAddress ?? "an unknown address"],
        ],
      },
      "If that was you, all is well.",
      "If it wasn't, choose a new password. That logs everybody else out.",
      { label: "This wasn't me", href: linkTo(webUrl, "/forgot-password") },
    ],
    because: "You get this because somebody logged in to your account at Etude. We tell you the first time we see a place.",
  });
