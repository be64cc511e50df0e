import { setLetter } from "./letter";
import { linkTo } from "./words";

/** To the owner of an account, when somebody tries to sign up with its address: the page tells that person nothing. */
export const alreadyRegistered = (_: Record<string, never>, webUrl: string) =>
  setLetter({
    subject: "You already have an account at Etude",
    heading: "You are already with us",
    body: [
      "Somebody tried to sign up for Etude with this address, but there is an account with it already. If that was you, just log in.",
      { label: "Log in", href: linkTo(webUrl, "/login") },
      `If you have forgotten your password, choose a new one here: ${linkTo(webUrl, "/forgot-password")}`,
      "If it wasn't you, there is nothing to do. Nothing has changed, and whoever tried was not told that you have an account.",
    ],
    because: "You get this because your address was used to sign up for Etude.",
  });
