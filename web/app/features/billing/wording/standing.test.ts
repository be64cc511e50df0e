import { isOverSoon, leavingAt, mayBuy, standingOf, wasTrialRefused, type SubscriptionFacts } from "./standing";

const subscription = (facts: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  status: "ACTIVE", currency: "eur", cancelAtPeriodEnd: false, hasPendingUpdate: false, currentPeriodEnd: "2026-12-24T10:00:00Z", ...facts,
});
const stands = (plan: "FREE" | "PREMIUM", facts?: Partial<SubscriptionFacts>) => standingOf({ plan, subscription: facts ? subscription(facts) : null });

test.each([
  ["TRIALING", "PREMIUM", "trial"],
  ["ACTIVE", "PREMIUM", "active"],
  ["PAST_DUE", "PREMIUM", "pastDue"],
  ["PAST_DUE", "FREE", "stopped"],
  ["UNPAID", "FREE", "stopped"],
  ["PAUSED", "FREE", "stopped"],
  ["INCOMPLETE", "FREE", "unfinished"],
  ["INCOMPLETE_EXPIRED", "FREE", "ended"],
  ["CANCELED", "FREE", "ended"],
] as const)("%s with the plan %s is %s", (status, plan, standing) => {
  expect(stands(plan, { status })).toBe(standing);
});

test("without a subscription it is the free plan, or a gift", () => {
  expect([stands("FREE"), stands("PREMIUM")]).toEqual(["free", "gift"]);
});

test("premium that no subscription pays for is a gift, whatever was bought before", () => {
  expect(stands("PREMIUM", { status: "CANCELED" })).toBe("gift");
  expect(stands("PREMIUM", { status: "ACTIVE", revokedAt: "2026-11-24T10:00:00Z" })).toBe("gift");
});

test("who cancelled is leaving until the day comes, told by either of Stripe's two ways", () => {
  expect(stands("PREMIUM", { cancelAtPeriodEnd: true })).toBe("leaving");
  expect(stands("PREMIUM", { cancelAt: "2026-12-20T10:00:00Z" })).toBe("leaving");
  expect(stands("PREMIUM", { status: "TRIALING", cancelAtPeriodEnd: true })).toBe("leaving");
  expect(stands("FREE", { status: "CANCELED", cancelAtPeriodEnd: true })).toBe("ended");
});

test("a missing payment is told even to one who cancelled", () => {
  expect(stands("PREMIUM", { status: "PAST_DUE", cancelAtPeriodEnd: true })).toBe("pastDue");
});

test("money that went back is told before what the status says", () => {
  expect(stands("FREE", { status: "CANCELED", revokedAt: "2026-11-24T10:00:00Z", revokeReason: "REFUNDED" })).toBe("revoked");
});

test("a status that nobody knows yet stops premium and sells nothing", () => {
  const standing = stands("FREE", { status: "SOMETHING_NEW" as never });
  expect([standing, mayBuy(standing)]).toEqual(["stopped", false]);
});

test("a trial that ended before its time was refused, one that was cancelled ended in time", () => {
  const refused = (endedAt: string | null) => wasTrialRefused(subscription({ status: "CANCELED", trialEnd: "2026-12-01T10:00:00Z", endedAt }));
  expect([refused("2026-11-24T10:00:00Z"), refused("2026-12-01T10:00:00Z"), refused(null), wasTrialRefused(subscription({ endedAt: "2026-11-24T10:00:00Z" }))]).toEqual([true, false, false, false]);
});

test("premium is sold to whoever has no subscription under way", () => {
  const all = ["free", "gift", "trial", "active", "leaving", "pastDue", "stopped", "unfinished", "revoked", "ended"] as const;
  expect(all.filter(mayBuy)).toEqual(["free", "revoked", "ended"]);
});

test("who cancelled leaves at the day that Stripe named, else with the trial or the period", () => {
  expect(leavingAt(subscription({ cancelAt: "2026-12-20T10:00:00Z" }))).toBe("2026-12-20T10:00:00Z");
  expect(leavingAt(subscription({ status: "TRIALING", trialEnd: "2026-12-01T10:00:00Z" }))).toBe("2026-12-01T10:00:00Z");
  expect(leavingAt(subscription({ trialEnd: "2026-01-01T10:00:00Z" }))).toBe("2026-12-24T10:00:00Z");
});

test.each([
  ["disputed or refunded at once", { status: "ACTIVE", revokedAt: "2026-11-24T11:58:00Z" }, true],
  ["ended at once", { status: "CANCELED", endedAt: "2026-11-24T11:58:00Z" }, true],
  ["a second trial, ended at once", { status: "CANCELED", endedAt: "2026-11-24T11:58:00Z", trialEnd: "2026-12-01T10:00:00Z" }, true],
  ["refunded long before, and bought again", { status: "CANCELED", revokedAt: "2026-10-01T10:00:00Z", endedAt: "2026-10-01T10:00:00Z" }, false],
  ["ended long before, and bought again", { status: "CANCELED", endedAt: "2026-10-01T10:00:00Z" }, false],
  ["not finished", { status: "INCOMPLETE" }, false],
] as const)("who came back from Stripe and finds it %s", (_, facts, over) => {
  expect(isOverSoon({ plan: "FREE", subscription: subscription(facts) }, new Date("2026-11-24T12:00:00Z"))).toBe(over);
});

test("who never bought or runs waits on", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  expect([isOverSoon({ plan: "FREE" }, now), isOverSoon({ plan: "PREMIUM", subscription: subscription() }, now)]).toEqual([false, false]);
});
