import { planAt } from "./entitlement.rules";

const now = new Date("2026-03-01T12:00:00Z");
const later = new Date(now.getTime() + 1);

test("somebody without a reason for premium is on the free plan", () => {
  expect(planAt([], now)).toBe("FREE");
});

test("a reason without an end stays", () => {
  expect(planAt([{ validUntil: null }], now)).toBe("PREMIUM");
});

test("a reason holds until the instant it ends, and not in that instant", () => {
  expect(planAt([{ validUntil: later }], now)).toBe("PREMIUM");
  expect(planAt([{ validUntil: now }], now)).toBe("FREE");
});

test("of several reasons one is enough", () => {
  expect(planAt([{ validUntil: now }, { validUntil: later }], now)).toBe("PREMIUM");
});
