import { hasPrice, mayCancel, planFacts, waysFor } from "./plan-facts";
import type { Buyer, SubscriptionFacts } from "./standing";

const clock = { now: new Date("2026-11-24T12:00:00Z"), timeZone: "Europe/Berlin" };
const PRICES = [{ id: "price_m", interval: "MONTH" as const }, { id: "price_y", interval: "YEAR" as const }];
const buyer = (facts: Partial<SubscriptionFacts> = {}, plan: Buyer["plan"] = "PREMIUM") => ({
  plan,
  subscription: {
    status: "ACTIVE" as const, interval: "MONTH" as const, unitAmount: 1200, currency: "eur", cancelAtPeriodEnd: false, hasPendingUpdate: false,
    currentPeriodEnd: "2026-12-24T10:00:00Z", nextPaymentAt: "2026-12-24T10:00:00Z", nextPaymentAmount: 1200, price: { id: "price_m" }, ...facts,
  },
});
const factsOf = (of: Buyer) => planFacts(of, clock).map(({ name, value }) => `${name}: ${value}`);

test("price and next payment are said with amount and day", () => {
  expect(factsOf(buyer())).toEqual(["Price: €12.00 a month", "Next payment: €12.00 on 24 December 2026"]);
});

test("a trial's next payment is the first one", () => {
  expect(factsOf(buyer({ status: "TRIALING", trialEnd: "2026-12-01T10:00:00Z", nextPaymentAt: "2026-12-01T10:00:00Z" }))).toContain("Next payment: €12.00 on 1 December 2026");
});

test("who cancelled has no next payment", () => {
  expect(factsOf(buyer({ cancelAtPeriodEnd: true, nextPaymentAt: null, nextPaymentAmount: null }))).toEqual(["Price: €12.00 a month", "Next payment: None"]);
});

test("a missing payment is dated", () => {
  expect(factsOf(buyer({ status: "PAST_DUE", pastDueSince: "2026-11-22T10:00:00Z" }))).toContain("Payment missing since: 22 November 2026");
});

test("what is over has neither price nor payment", () => {
  expect(factsOf(buyer({ status: "CANCELED" }, "FREE"))).toEqual([]);
  expect(planFacts({ plan: "FREE" }, clock)).toEqual([]);
});

test.each([
  ["active", buyer(), { cancel: true, resume: false, buy: false, changeTo: PRICES[1], card: true, portal: true }],
  ["leaving", buyer({ cancelAtPeriodEnd: true }), { cancel: false, resume: true, changeTo: null }],
  ["past due", buyer({ status: "PAST_DUE", payUrl: "https://pay" }), { cancel: true, payUrl: "https://pay", changeTo: null, card: true }],
  ["past due, cancelled", buyer({ status: "PAST_DUE", cancelAtPeriodEnd: true }), { cancel: true, resume: false }],
  ["to end by a date far ahead", buyer({ cancelAt: "2027-06-01T10:00:00Z" }), { cancel: true, changeTo: PRICES[1] }],
  ["unfinished", buyer({ status: "INCOMPLETE", payUrl: "https://pay" }, "FREE"), { cancel: true, payUrl: "https://pay", buy: false }],
  ["a waiting change", buyer({ hasPendingUpdate: true, payUrl: "https://pay" }), { waitingChange: true, payUrl: "https://pay", changeTo: null, cancel: true }],
  ["ended", buyer({ status: "CANCELED" }, "FREE"), { buy: true, cancel: false, resume: false, payUrl: null, card: false, portal: true }],
  ["refunded", buyer({ status: "CANCELED", revokedAt: "2026-11-24T10:00:00Z" }, "FREE"), { buy: true, card: false, portal: true }],
  ["a gift after an end", buyer({ status: "CANCELED" }), { buy: false, card: false, portal: true }],
  ["a gift", { plan: "PREMIUM" as const }, { buy: false, cancel: false, portal: false }],
  ["free", { plan: "FREE" as const }, { buy: true, portal: false }],
])("%s: only what fits is offered", (_, of, ways) => {
  expect(waysFor(of, PRICES)).toMatchObject(ways);
});

test("yearly can change back to monthly", () => {
  expect(waysFor(buyer({ interval: "YEAR", price: { id: "price_y" } } as Partial<SubscriptionFacts>), PRICES).changeTo).toEqual(PRICES[0]);
});

test("there is nothing to cancel without a subscription", () => {
  expect([mayCancel({ plan: "PREMIUM" }), mayCancel(buyer()), mayCancel(buyer({ cancelAt: "2026-12-24T10:00:00Z" }))]).toEqual([false, true, false]);
});

test("a subscription is at one price only, and none is at none", () => {
  const { subscription } = buyer();
  expect([hasPrice(subscription, "price_m"), hasPrice(subscription, "price_y"), hasPrice({ price: null }, "price_m"), hasPrice(null, "price_m")]).toEqual([true, false, false, false]);
});
