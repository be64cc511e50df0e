import { changeProblem, nextPayment, statusShown } from "./subscription.rules";

const end = new Date("2026-04-02T10:00:00Z");
const earlier = new Date(end.getTime() - 1);
const later = new Date(end.getTime() + 1);

const running = { status: "active", quantity: 2, unitAmount: 1200, nextAmount: null, currentPeriodEnd: end, cancelAtPeriodEnd: false, cancelAt: null, endedAt: null, revokedAt: null, hasPendingUpdate: false };

test("Stripe's words are the API's, in capitals", () => {
  expect(["incomplete", "incomplete_expired", "trialing", "active", "past_due", "unpaid", "canceled", "paused"].map(statusShown)).toEqual(["INCOMPLETE", "INCOMPLETE_EXPIRED", "TRIALING", "ACTIVE", "PAST_DUE", "UNPAID", "CANCELED", "PAUSED"]);
});

test.each(["", "Active", "suspended_by_bank", "constructor"])("a word that we don't know, %j, shows as one that gives nothing and has not ended", (word) => {
  expect(statusShown(word)).toBe("UNPAID");
});

test("the next payment comes when the period ends, and is what Stripe reckons or else the price times how many", () => {
  expect(nextPayment(running)).toEqual({ at: end, amount: 2400 });
  expect(nextPayment({ ...running, nextAmount: 1920 })).toEqual({ at: end, amount: 1920 });
  expect(nextPayment({ ...running, unitAmount: null })).toEqual({ at: end, amount: null });
  expect(nextPayment({ ...running, cancelAt: later })).toEqual({ at: end, amount: 2400 });
});

test.each([
  ["incomplete", { status: "incomplete" }],
  ["unpaid", { status: "unpaid" }],
  ["paused", { status: "paused" }],
  ["over", { status: "canceled", endedAt: earlier }],
  ["in a state that we don't know", { status: "new_word" }],
  ["cancelled", { cancelAtPeriodEnd: true }],
  ["ending by date before the period does", { cancelAt: earlier }],
  ["ending by date with the period", { cancelAt: end }],
  ["revoked", { revokedAt: earlier }],
  ["without a period", { currentPeriodEnd: null }],
])("one that is %s has no next payment", (_, how) => {
  expect(nextPayment({ ...running, ...how })).toBeNull();
});

test.each([
  ["active", {}, null],
  ["trialing", { status: "trialing" }, null],
  ["cancelled", { cancelAtPeriodEnd: true }, /Resume it first/],
  ["ending by date before the period does", { cancelAt: earlier }, /Resume it first/],
  ["ending by date long after the period", { cancelAt: later }, null],
  ["waiting for a change's payment", { hasPendingUpdate: true }, /make that payment first/],
  ["past due", { status: "past_due" }, /payment of your subscription is missing/],
  ["paused", { status: "paused" }, /missing/],
  ["of a state that we don't know", { status: "new_word" }, /missing/],
])("whether the price of one that is %s may change", (_, how, problem) => {
  expect(changeProblem({ ...running, ...how })).toEqual(problem && expect.stringMatching(problem));
});
