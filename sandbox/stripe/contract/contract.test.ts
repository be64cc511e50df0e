import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { resolve } from "node:path";

import { routes } from "../resources";
import { complaintAboutAnswer, complaintAboutEvent, OUTSIDE_THE_CONTRACT, termsOf } from "./contract";

const ROOT = resolve(__dirname, "../../..");

test("the contract is what the script makes of the installed package, and the only routes beside it are those of Stripe's command line", () => {
  const { stdout } = spawnSync(process.execPath, ["scripts/stripe-contract.mjs", "--check"], { cwd: ROOT, encoding: "utf8" });
  expect(JSON.parse(stdout)).toEqual({ isFresh: true, unknownRoutes: ["GET /v1/payment_pages/:session", "POST /v1/payment_pages/:session/confirm"] });
}, 60_000);

test("every route that is registered stands in the contract", () => {
  const unknown = Object.keys(routes).filter((route) => !termsOf(route));
  expect(unknown.sort()).toEqual([...OUTSIDE_THE_CONTRACT].sort());
});

test("the contract is small enough to be read", () => {
  expect(statSync(resolve(__dirname, "stripe-contract.json")).size).toBeLessThan(1_500_000);
});

const coupon = { id: "X", object: "coupon", amount_off: null, created: 1, currency: null, duration: "once", duration_in_months: null, livemode: false, max_redemptions: null, metadata: {}, name: null, percent_off: 5, redeem_by: null, times_redeemed: 0, valid: true };
const RETRIEVE = "GET /v1/coupons/:coupon";

test("an answer as Stripe gives it is accepted", () => {
  expect(complaintAboutAnswer(RETRIEVE, coupon)).toBeNull();
});

test("a field that Stripe doesn't have is refused, also in an object within", () => {
  expect(complaintAboutAnswer(RETRIEVE, { ...coupon, discount: 5 })).toContain("discount");
  expect(complaintAboutAnswer(RETRIEVE, { ...coupon, currency_options: { eur: { amount_off: 1, amount_on: 2 } } })).toContain("amount_on");
});

test("a field that Stripe always has is missed", () => {
  const { valid: _, ...without } = coupon;
  expect(complaintAboutAnswer(RETRIEVE, without)).toContain("valid");
});

test("a word that is none of Stripe's is refused, although the types end in any string", () => {
  expect(complaintAboutAnswer(RETRIEVE, { ...coupon, duration: "always" })).toContain("/duration");
});

test("an event is held against the type of its object", () => {
  const event = { id: "evt_1", object: "event", api_version: "2026-10-28.endive", created: 1, data: { object: coupon }, livemode: false, pending_webhooks: 0, request: null, type: "coupon.created" };
  expect(complaintAboutEvent(event)).toBeNull();
  expect(complaintAboutEvent({ ...event, type: "invoice.paid" })).toContain("/data/object");
  expect(complaintAboutEvent({ ...event, type: "coupon.eaten" })).toContain("no event of type coupon.eaten");
});

test("a list of events is held against each one's own type", () => {
  const event = { id: "evt_1", object: "event", api_version: "2026-10-28.endive", created: 1, data: { object: coupon }, livemode: false, pending_webhooks: 0, request: null, type: "coupon.created" };
  const list = (...data: object[]) => ({ object: "list", data, has_more: false, url: "/v1/events" });
  expect(complaintAboutAnswer("GET /v1/events", list(event, event))).toBeNull();
  expect(complaintAboutAnswer("GET /v1/events", list(event, { ...event, data: { object: { ...coupon, valid: "yes" } } }))).toContain("/data/1/data/object/valid");
});
