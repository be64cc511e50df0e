import { day, type Clock } from "./dates";
import { leavingAt, standingOf, type Buyer } from "./standing";

/** What cancelling does and doesn't do, said before it is done. */
export interface CancelWords {
  lead: string;
  after: readonly string[];
}

export function cancelWords(buyer: Buyer, { timeZone }: Clock): CancelWords {
  const { subscription } = buyer;
  const standing = standingOf(buyer);
  // A payment that is missing closes premium before the period ends.
  const until = standing === "pastDue" ? subscription?.accessUntil : subscription && leavingAt(subscription);
  const stays = until ? `Premium stays open until ${day(until, timeZone)}.` : "Premium stays open until the end of what you paid.";
  const charged = { trial: "You pay nothing.", pastDue: "Nothing more is charged; the payment that is missing is still open." }[standing as string] ?? "Nothing more is charged.";
  return {
    lead: standing === "stopped" ? "Your subscription ends." : stays,
    after: [charged, "Your progress is kept, and the free levels stay open.", standing === "stopped" ? "You can buy Premium again at any time." : "Until then you can change your mind on your billing page."],
  };
}
