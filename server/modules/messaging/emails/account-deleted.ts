import { setLetter } from "./letter";
import { greeting, linkTo } from "./words";

/** The last mail, to somebody whose account is gone. */
export const accountDeleted = ({ name }: { name: string | null }, webUrl: string) =>
  setLetter({
    subject: "Your Etude account is deleted",
    heading: "Goodbye, and thank you",
    body: [
      greeting(name),
      "Your account is deleted, and with it your progress and everything else we knew about you. This is the last mail you get from us.",
      `Thank you for practising with Etude. If you ever want to begin again, you are welcome: ${linkTo(webUrl, "/sign-up")}`,
    ],
    because: "You get this because you deleted your account at Etude.",
  });
