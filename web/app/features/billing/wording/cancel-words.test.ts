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

test("what is missing isn't said to be forgiven, nor premium to stay longer than it does", () => {
  const { lead, after } = cancelWords(buyer({ status: "PAST_DUE", accessUntil: "2026-11-30T10:00:00Z" }), clock);
  expect(lead).toBe("Premium stays open until 30 November 2026.");
  expect(after[0]).toContain("still open");
});

test("premium that is paused doesn't stay open until anything", () => {
  expect(cancelWords(buyer({ status: "UNPAID" }, "FREE"), clock).lead).toBe("Your subscription ends.");
});
