import { cancelWords } from "./cancel-words";
import type { Buyer, SubscriptionFacts } from "./standing";

const clock = { now: new Date("2026-11-24T12:00:00Z"), timeZone: "Europe/Berlin" };
const buyer = (facts: Partial<SubscriptionFacts>, plan: Buyer["plan"] = "PREMIUM"): Buyer => ({
  plan, subscription: { status: "ACTIVE", currency: "eur", cancelAtPeriodEnd: false, hasPendingUpdate: false, currentPeriodEnd: "2026-12-24T10:00:00Z", ...facts },
});

test("before cancelling it is said until when premium stays, and that nothing more is charged", () => {
  expect(cancelWords(buyer({}), clock)).toEqual({
    lead: "Premium stays open until 24 December 2026.",
    after: ["Nothing more is charged.", "Your progress is kept, and the free levels stay open.", "Until then you can change your mind on your billing page."],
  });
});

test("a trial that is cancelled costs nothing, and stays to its end", () => {
  const { lead, after } = cancelWords(buyer({ status: "TRIALING", trialEnd: "2026-12-01T10:00:00Z" }), clock);
  expect([lead, after[0]]).toEqual(["Premium stays open until 1 December 2026.", "You pay nothing."]);
});

test("where a payment is missing it ends at once, and what is missing is not asked for any more", () => {
  expect(cancelWords(buyer({ status: "PAST_DUE", accessUntil: "2026-11-30T10:00:00Z" }), clock)).toEqual({
    lead: "Premium ends at once.",
    after: ["Nothing more is charged, and the payment that is missing is no longer asked for.", "Your progress is kept, and the free levels stay open.", "You can buy Premium again at any time."],
  });
});

test.each(["UNPAID", "PAUSED", "INCOMPLETE"] as const)("premium that is %s doesn't stay open until anything", (status) => {
  expect(cancelWords(buyer({ status }, "FREE"), clock).lead).toBe("Your subscription ends at once.");
});

test("what would end by a date far ahead is cancelled for the end of what is paid", () => {
  expect(cancelWords(buyer({ cancelAt: "2027-06-01T10:00:00Z" }), clock).lead).toBe("Premium stays open until 24 December 2026.");
});
