import { day, type Clock } from "./dates";
import { isUnpaid, leavingAt, standingOf, type Buyer } from "./standing";

/** What cancelling does and doesn't do, said before it is done. */
export interface CancelWords {
  lead: string;
  after: readonly string[];
}

export function cancelWords(buyer: Buyer, { timeZone }: Clock): CancelWords {
  const { subscription } = buyer;
  const standing = standingOf(buyer);
  if (isUnpaid(standing)) return { lead: standing === "pastDue" ? "Premium ends at once." : "Your subscription ends at once.", after: [FORGIVEN, KEPT, "You can buy Premium again at any time."] };
  const until = subscription && leavingAt(subscription);
  return {
    lead: until ? `Premium stays open until ${day(until, timeZone)}.` : "Premium stays open until the end of what you paid.",
    after: [standing === "trial" ? "You pay nothing." : "Nothing more is charged.", KEPT, "Until then you can change your mind on your billing page."],
  };
}

const FORGIVEN = "Nothing more is charged, and the payment that is missing is no longer asked for.";
const KEPT = "Your progress is kept, and the free levels stay open.";
