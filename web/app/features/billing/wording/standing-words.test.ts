import type { Buyer, SubscriptionFacts } from "./standing";
import { bannerWords, standingWords } from "./standing-words";

const clock = { now: new Date("2026-11-24T12:00:00Z"), timeZone: "Europe/Berlin" };
const buyer = (plan: "FREE" | "PREMIUM", facts: Partial<SubscriptionFacts>): Buyer => ({
  plan,
  subscription: { status: "ACTIVE", interval: "YEAR", unitAmount: 9600, currency: "eur", cancelAtPeriodEnd: false, hasPendingUpdate: false, currentPeriodEnd: "2027-11-24T10:00:00Z", ...facts },
});
const sentences = (plan: "FREE" | "PREMIUM", facts: Partial<SubscriptionFacts>) => {
  const { title, text } = standingWords(buyer(plan, facts), clock);
  return `${title}. ${text}`;
};

test("a trial says when it ends, what it costs then, and how not to pay", () => {
  expect(sentences("PREMIUM", { status: "TRIALING", trialEnd: "2026-12-01T10:00:00Z" })).toBe(
    "Premium, free until 1 December 2026. Then €96.00 is charged, and again each year until you cancel. Cancel before, and you pay nothing.",
  );
});

test("the amount that is really charged next is told, where the API foresees it", () => {
  expect(sentences("PREMIUM", { status: "TRIALING", trialEnd: "2026-12-01T10:00:00Z", nextPaymentAmount: 7680 })).toBe(
    "Premium, free until 1 December 2026. Then €76.80 is charged, and €96.00 each year after that, until you cancel. Cancel before, and you pay nothing.",
  );
});

test.each([
  ["the price", 9600, "It renews each year until you cancel."],
  ["unknown", null, "It renews each year until you cancel."],
  ["reduced once", 7680, "Next, €76.80 is charged, and €96.00 each year after that, until you cancel."],
  ["nothing", 0, "Next, €0.00 is charged, and €96.00 each year after that, until you cancel."],
  ["more, with taxes", 11_424, "It renews each year until you cancel."],
])("who pays reads what comes after a next payment that is %s", (_, nextPaymentAmount, words) => {
  expect(standingWords(buyer("PREMIUM", { nextPaymentAmount }), clock).text).toBe(words);
});

test("no price without taxes is promised after a payment with them", () => {
  expect(sentences("PREMIUM", { status: "TRIALING", trialEnd: "2026-12-01T10:00:00Z", nextPaymentAmount: 11_424 })).toContain("Then €114.24 is charged, and again each year until you cancel.");
});

test("who cancelled reads until when premium stays, and that nothing more is charged", () => {
  expect(sentences("PREMIUM", { cancelAtPeriodEnd: true })).toBe(
    "Premium until 24 November 2027. You cancelled, so nothing more is charged. After that day the free levels stay open. Your progress is kept.",
  );
});

test("a missing payment says how long premium stays", () => {
  expect(sentences("PREMIUM", { status: "PAST_DUE", accessUntil: "2026-12-01T10:00:00Z" })).toContain("We could not take your last payment. Premium stays open until 1 December 2026");
});

test.each([
  ["REFUNDED", "Premium ended with a refund. We gave you your payment back in full, so Premium ended on 24 November 2026."],
  ["DISPUTED", "Premium ended with a disputed payment. Your bank took the payment back, so Premium ended on 24 November 2026."],
] as const)("premium that was taken says why: %s", (revokeReason, words) => {
  expect(sentences("FREE", { status: "CANCELED", revokedAt: "2026-11-24T09:00:00Z", revokeReason })).toContain(words);
});

test("nobody is told of prices or ends who has none", () => {
  expect(standingWords({ plan: "PREMIUM" }, clock).text).toBe("It was given to you: there is nothing to pay, and nothing to cancel.");
  expect(standingWords({ plan: "FREE" }, clock).title).toBe("You are on the free plan");
  expect([bannerWords({ plan: "PREMIUM" }, clock), bannerWords({ plan: "FREE" }, clock), bannerWords(buyer("PREMIUM", {}), clock)]).toEqual([null, null, null]);
});

test("who is refused a second trial on a card reads that nothing was charged, and why", () => {
  const words = standingWords(buyer("FREE", { status: "CANCELED", trialEnd: "2026-12-01T10:00:00Z", endedAt: "2026-11-24T10:00:00Z" }), clock);
  expect([words.title, words.text]).toEqual(["Your free trial was ended", expect.stringMatching(/^Nothing was charged\. A card has one free trial/)]);
});

test("a missing payment is told everywhere, with the way to pay", () => {
  const payUrl = "https://invoice.stripe.com/i/1";
  expect(bannerWords(buyer("PREMIUM", { status: "PAST_DUE", accessUntil: "2026-12-01T10:00:00Z", payUrl }), clock)).toEqual({
    kind: "wrong", text: "A payment didn't go through. Premium stays open until 1 December 2026.", link: { to: payUrl, words: "Pay now" },
  });
  expect(bannerWords(buyer("FREE", { status: "UNPAID" }), clock)?.link.to).toBe("/billing");
});

test("a trial's end is announced in its last three days only", () => {
  const banner = (trialEnd: string) => bannerWords(buyer("PREMIUM", { status: "TRIALING", trialEnd }), clock)?.text ?? null;
  expect(banner("2026-11-28T10:00:00Z")).toBeNull();
  expect(banner("2026-11-27T10:00:00Z")).toBe("Your trial ends in 3 days. Then €96.00 is charged, unless you cancel before.");
  expect(banner("2026-11-24T20:00:00Z")).toContain("ends today");
});

test("premium's end is announced in its last week to one who cancelled", () => {
  const banner = (currentPeriodEnd: string) => bannerWords(buyer("PREMIUM", { cancelAtPeriodEnd: true, currentPeriodEnd }), clock)?.text ?? null;
  expect(banner("2026-12-02T10:00:00Z")).toBeNull();
  expect(banner("2026-11-25T10:00:00Z")).toBe("You cancelled: Premium ends tomorrow.");
});

test("that money went back is told for two weeks", () => {
  const banner = (revokedAt: string) => bannerWords(buyer("FREE", { status: "CANCELED", revokedAt, revokeReason: "REFUNDED" }), clock)?.text ?? null;
  expect(banner("2026-11-20T10:00:00Z")).toBe("Premium ended, because we gave you your payment back.");
  expect(banner("2026-11-01T10:00:00Z")).toBeNull();
});
