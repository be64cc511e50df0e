import { setLetter } from "./letter";
import { greeting, instantInWords, linkTo } from "./words";

/** To the owner of an account, when an old key of a session came back, so that two hold what only one should. */
export const sessionsEndedByReuse = ({ name, at, timeZone }: { name: string | null; at: Date; timeZone: string }, webUrl: string) =>
  setLetter({
    subject: "We logged you out of Etude, to be safe",
    heading: "We logged you out, to be safe",
    body: [
      greeting(name),
      `On ${instantInWords(at, timeZone)} a login of yours was used in a way that shouldn't happen: a key that your browser had already exchanged came back. Somebody may have copied it, so we ended that session on every device that shared it.`,
      "You can simply log in again. If you notice anything strange, or use a computer that isn't yours, choose a new password as well.",
      { label: "Choose a new password", href: linkTo(webUrl, "/forgot-password") },
    ],
    because: "You get this because it concerns the safety of your account at Etude.",
  });
