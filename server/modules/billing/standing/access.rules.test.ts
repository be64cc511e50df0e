import { accessUntil, isLeaving, isLive, isOver, type Terms } from "./access.rules";

const start = new Date("2026-03-01T00:00:00Z");
const end = new Date("2026-04-01T00:00:00Z");
const terms: Terms = { status: "active", currentPeriodStart: start, currentPeriodEnd: end, cancelAt: null, cancelAtPeriodEnd: false, pastDueSince: null, revokedAt: null };
const until = (change: Partial<Terms>) => accessUntil({ ...terms, ...change })?.toISOString() ?? null;

test("a running subscription gives premium to three days beyond what is paid, so that a late webhook takes nothing from a payer", () => {
  for (const status of ["active", "trialing"]) expect(until({ status })).toBe("2026-04-04T00:00:00.000Z");
});

test("a cancelled one gives premium exactly to its end, in whichever way Stripe says that it is cancelled", () => {
  expect(until({ cancelAtPeriodEnd: true })).toBe("2026-04-01T00:00:00.000Z");
  expect(until({ cancelAt: new Date("2026-03-20T08:00:00Z") })).toBe("2026-03-20T08:00:00.000Z");
});

test("one that Stripe was told to end in some months gives no more than what is paid", () => {
  expect(until({ cancelAt: new Date("2026-12-01T00:00:00Z") })).toBe("2026-04-04T00:00:00.000Z");
  expect(isLeaving({ ...terms, cancelAt: new Date("2026-12-01T00:00:00Z") })).toBe(false);
  expect(isLeaving({ ...terms, cancelAt: end })).toBe(true);
  expect(isLeaving({ ...terms, cancelAtPeriodEnd: true })).toBe(true);
  expect(isLeaving(terms)).toBe(false);
});

test("a missing payment leaves premium for seven days from when it was due, and not longer", () => {
  expect(until({ status: "past_due", pastDueSince: new Date("2026-03-02T09:00:00Z") })).toBe("2026-03-09T09:00:00.000Z");
  expect(until({ status: "past_due" })).toBe("2026-03-08T00:00:00.000Z");
});

test.each(["unpaid", "paused", "incomplete", "canceled", "incomplete_expired", "a word of next year", ""])("the status “%s” gives nothing", (status) => {
  expect(until({ status, pastDueSince: start })).toBeNull();
});

test("money that went back ends access, whatever the status says", () => {
  for (const status of ["active", "trialing", "past_due"]) expect(until({ status, pastDueSince: start, revokedAt: start })).toBeNull();
});

test("a subscription whose state we don't know may yet take money, so it counts as living", () => {
  const all = ["trialing", "active", "past_due", "unpaid", "paused", "incomplete", "canceled", "incomplete_expired", "a word of next year"];
  expect(all.filter(isLive)).toEqual(["trialing", "active", "past_due", "unpaid", "paused", "a word of next year"]);
  expect(all.filter(isOver)).toEqual(["canceled", "incomplete_expired"]);
});
