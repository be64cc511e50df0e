import { currentOf, duplicatesOf, type Candidate } from "./standing.rules";

const subscription = (status: string, day: number, more: Partial<Candidate> = {}): Candidate => ({ stripeId: `sub_${status}_${day}`, status, revokedAt: null, currentPeriodEnd: null, createdAt: new Date(Date.UTC(2026, 2, day)), ...more });

test("the subscription that counts is the best that lives", () => {
  const [active, trialing, pastDue, ended] = [subscription("active", 9), subscription("trialing", 1), subscription("past_due", 1), subscription("canceled", 20)];
  expect(currentOf([ended, pastDue, trialing, active])).toBe(active);
  expect(currentOf([ended, pastDue, trialing])).toBe(trialing);
  expect(currentOf([ended, pastDue])).toBe(pastDue);
});

test("of two that live alike the elder was meant; of two that are over the younger is the last", () => {
  expect(currentOf([subscription("active", 9), subscription("active", 2)])?.stripeId).toBe("sub_active_2");
  expect(currentOf([subscription("canceled", 2), subscription("canceled", 9)])?.stripeId).toBe("sub_canceled_9");
});

test("one whose money went back makes way for any other that lives", () => {
  expect(currentOf([subscription("active", 1, { revokedAt: new Date() }), subscription("incomplete", 2)])?.status).toBe("incomplete");
});

test("whoever has none has none", () => expect(currentOf([])).toBeNull());

test("everything that lives beside the one that counts is one too many, but not a first payment that was never made", () => {
  const all = [subscription("active", 1), subscription("active", 2), subscription("past_due", 3), subscription("incomplete", 4), subscription("canceled", 5), subscription("strange", 6)];
  expect(duplicatesOf(all, currentOf(all)).map(({ stripeId }) => stripeId)).toEqual(["sub_active_2", "sub_past_due_3", "sub_strange_6"]);
});
