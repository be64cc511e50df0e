import type { CustomerTruth } from "../../../gateways/payments/port";
import { aSubscription, anInvoice, truthOf } from "../../../testing/scripted-payments";
import { onlyOurs } from "./ours.rules";
import { currentOf, duplicatesOf, isBoughtTwice, standingOf, type Candidate } from "./standing.rules";

const subscription = (status: string, day: number, more: Partial<Candidate> = {}): Candidate => ({ stripeId: `sub_${status}_${day}`, status, revokedAt: null, currentPeriodEnd: null, cancelAt: null, cancelAtPeriodEnd: false, attemptId: null, createdAt: new Date(Date.UTC(2026, 2, day)), ...more });

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

test("bought twice is what our own checkout sold beside one that goes on; everything else is for people to look at", () => {
  const elder = subscription("active", 1);
  const newer = subscription("active", 2, { attemptId: "one" });
  expect(isBoughtTwice(newer, elder)).toBe(true);
  expect(isBoughtTwice({ ...newer, attemptId: null }, elder)).toBe(false);
  expect(isBoughtTwice(newer, { ...elder, cancelAtPeriodEnd: true })).toBe(false);
  expect(isBoughtTwice(subscription("past_due", 1, { attemptId: "one" }), subscription("active", 2))).toBe(false);
});

const began = new Date(Date.UTC(2026, 2, 1));
const day = (number: number) => new Date(Date.UTC(2026, 2, number));

test("a missing payment counts from the oldest invoice that is open since something was paid", () => {
  const one = aSubscription("cus", began, { status: "past_due" });
  const at = (number: number, status: string) => anInvoice(one, { invoiceId: `in_${number}`, status, createdAt: day(number), finalizedAt: day(number), paidAt: status === "paid" ? day(number) : null, amountPaid: status === "paid" ? 1200 : 0 });
  const since = (invoices: CustomerTruth["invoices"]) => standingOf(truthOf("cus", { subscriptions: [one], invoices })).subscriptions[0]?.pastDueSince;
  expect(since([at(2, "open"), at(5, "paid"), at(20, "open"), at(22, "open")])).toEqual(day(20));
  expect(since([at(2, "open"), at(5, "paid")])).toEqual(day(2));
  expect(since([at(5, "paid")])).toEqual(began);
});

test("what the same account sells besides is none of ours: neither its subscriptions, nor their invoices, nor what was given back for them", () => {
  const [premium, magazine] = [aSubscription("cus", began, { productId: "prod_premium" }), aSubscription("cus", began, { subscriptionId: "sub_magazine", productId: "prod_magazine" })];
  const refund = (invoiceId: string | null) => ({ refundId: `re_${invoiceId}`, invoiceId, chargeId: null, amount: 1, currency: "eur", status: "succeeded", reason: null, createdAt: began });
  const truth = truthOf("cus", { subscriptions: [premium, magazine], invoices: [anInvoice(premium), anInvoice(magazine)], refunds: [refund("in_sub_cus"), refund("in_sub_magazine"), refund(null)] });
  const ours = onlyOurs(truth, new Set(["prod_premium"]));
  expect(ours.subscriptions).toEqual([premium]);
  expect(ours.invoices.map(({ invoiceId }) => invoiceId)).toEqual(["in_sub_cus"]);
  expect(ours.refunds.map(({ refundId }) => refundId)).toEqual(["re_in_sub_cus"]);
  expect(onlyOurs(truth, new Set()).subscriptions).toHaveLength(2);
});
