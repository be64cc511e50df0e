import { day, dayAhead, daysUntil, inDays, shortDay } from "./dates";

const at = (instant: string, timeZone = "UTC") => ({ now: new Date(instant), timeZone });

test("a day is told where the learner is", () => {
  expect(day("2026-12-01T02:00:00Z", "America/New_York")).toBe("30 November 2026");
  expect(day("2026-12-01T02:00:00Z", "Asia/Tokyo")).toBe("1 December 2026");
  expect(shortDay("2026-11-24T10:00:00Z", "UTC")).toBe("24 Nov 2026");
});

test("days are counted by midnights, not by hours", () => {
  expect(daysUntil("2026-11-25T00:30:00Z", at("2026-11-24T23:30:00Z"))).toBe(1);
  expect(daysUntil("2026-11-24T23:30:00Z", at("2026-11-24T00:30:00Z"))).toBe(0);
  expect(daysUntil("2026-11-22T23:30:00Z", at("2026-11-24T00:30:00Z"))).toBe(-2);
});

test("the night when clocks change is one day too", () => {
  expect(daysUntil("2026-10-26T12:00:00Z", at("2026-10-24T12:00:00Z", "Europe/Berlin"))).toBe(2);
});

test("how far away a day is, in words", () => {
  const now = at("2026-11-24T12:00:00Z");
  expect(["2026-11-24T20:00:00Z", "2026-11-25T08:00:00Z", "2026-12-01T08:00:00Z", "2026-11-20T08:00:00Z"].map((instant) => inDays(instant, now))).toEqual(["today", "tomorrow", "in 7 days", ""]);
});

test("a week ahead may lie in the next month", () => {
  expect(dayAhead(at("2026-11-26T12:00:00Z"), { days: 7 })).toBe("3 December 2026");
});

test("a month from the 31st is the next month's last day", () => {
  expect(dayAhead(at("2027-01-31T12:00:00Z"), { months: 1 })).toBe("28 February 2027");
  expect(dayAhead(at("2028-02-29T12:00:00Z"), { months: 12 })).toBe("28 February 2029");
  expect(dayAhead(at("2026-12-15T12:00:00Z"), { months: 1 })).toBe("15 January 2027");
});

test("today is what it is where the learner is", () => {
  expect(dayAhead(at("2026-11-24T23:30:00Z", "Asia/Tokyo"), { days: 7 })).toBe("2 December 2026");
});
