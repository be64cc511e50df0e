import { planAt } from "./entitlement.rules";

const now = new Date("2026-03-01T12:00:00Z");

test("somebody without a grant is on the free plan", () => {
  expect(planAt(null, now)).toBe("FREE");
});

test("a grant without an end stays", () => {
  expect(planAt({ plan: "PREMIUM", validUntil: null }, now)).toBe("PREMIUM");
});

test("a grant holds until the instant it ends, and not in that instant", () => {
  expect(planAt({ plan: "PREMIUM", validUntil: new Date(now.getTime() + 1) }, now)).toBe("PREMIUM");
  expect(planAt({ plan: "PREMIUM", validUntil: now }, now)).toBe("FREE");
});
