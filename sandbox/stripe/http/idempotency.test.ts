import type Stripe from "stripe";

import { startSandbox } from "../../testing";
import { stripeOf } from "../pages/testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

const call = (path: string, fields: Record<string, string>, key?: string) =>
  fetch(`${sandbox.url}${path}`, { method: "POST", headers: { authorization: "Bearer sk_test_x", ...(key && { "idempotency-key": key }) }, body: new URLSearchParams(fields).toString() });

const customers = async () => (await stripe.customers.list({ limit: 100 })).data.length;

test("the same call with the same key is done once, and answered again as before", async () => {
  const before = await customers();
  const first = await call("/v1/customers", { email: "a@etude.test", name: "A" }, "once");
  const again = await call("/v1/customers", { name: "A", email: "a@etude.test" }, "once"); // In another order it is the same.
  expect(await again.json()).toEqual(await first.json());
  expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([null, "true"]);
  expect(again.headers.get("original-request")).toBe(first.headers.get("request-id"));
  expect(again.headers.get("request-id")).not.toBe(first.headers.get("request-id"));
  expect(await customers()).toBe(before + 1);
});

test("the same key with other parameters, or for another endpoint, is Stripe's idempotency error", async () => {
  await stripe.customers.create({ email: "b@etude.test" }, { idempotencyKey: "mine" });
  await expect(stripe.customers.create({ email: "c@etude.test" }, { idempotencyKey: "mine" })).rejects.toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  await expect(stripe.products.create({ name: "P" }, { idempotencyKey: "mine" })).rejects.toThrow("same endpoint");
});

test("a 500 is remembered too: the key leads to it for ever, another key does the work", async () => {
  await sandbox.fail("500", { path: "/v1/customers" });
  const failed = await call("/v1/customers", { email: "d@etude.test" }, "unlucky");
  expect(failed.status).toBe(500);
  const again = await call("/v1/customers", { email: "d@etude.test" }, "unlucky");
  expect([again.status, again.headers.get("idempotent-replayed"), again.headers.get("stripe-should-retry")]).toEqual([500, "true", "false"]);
  expect((await call("/v1/customers", { email: "d@etude.test" }, "lucky")).status).toBe(200);
});

test("the SDK's own retry of a 500 meets the remembered one", async () => {
  const before = await customers();
  await sandbox.fail("500", { path: "/v1/customers" });
  await expect(stripe.customers.create({ email: "e@etude.test" })).rejects.toMatchObject({ type: "StripeAPIError", statusCode: 500 });
  expect(await customers()).toBe(before);
});

test("while a call is under way its key is in use, and free again when the caller gave up", async () => {
  await sandbox.fail("hang", { path: "/v1/customers" });
  const given = new AbortController();
  const hanging = fetch(`${sandbox.url}/v1/customers`, { method: "POST", headers: { authorization: "Bearer sk_test_x", "idempotency-key": "busy" }, body: "email=f%40etude.test", signal: given.signal }).catch(() => "given up");
  await new Promise((resolve) => setTimeout(resolve, 50));
  const second = await call("/v1/customers", { email: "f@etude.test" }, "busy");
  expect([second.status, second.headers.get("stripe-should-retry"), ((await second.json()) as { error: { code: string } }).error.code]).toEqual([409, "true", "idempotency_key_in_use"]);
  given.abort();
  await hanging;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await call("/v1/customers", { email: "f@etude.test" }, "busy")).status).toBe(200);
});

test("what was refused before anything was done is not remembered: the key may be used for the mended call", async () => {
  expect((await call("/v1/customers", { emial: "g@etude.test" }, "typo")).status).toBe(400);
  expect((await call("/v1/customers", { email: "g@etude.test" }, "typo")).status).toBe(200);
});

test("a declined card is remembered: the key is answered with it again, and nothing is charged twice", async () => {
  const fields = { amount: "500", currency: "eur", payment_method: "pm_card_chargeDeclined", confirm: "true" };
  const first = await call("/v1/payment_intents", fields, "declined");
  const again = await call("/v1/payment_intents", fields, "declined");
  expect([first.status, again.status]).toEqual([402, 402]);
  expect(await again.json()).toEqual(await first.json());
});

test("an answer that was lost on its way is there when the call is made again", async () => {
  const before = await customers();
  await sandbox.fail("lost", { path: "/v1/customers" });
  const { id } = await stripe.customers.create({ email: "h@etude.test" }); // The SDK asks again by itself, with its own key.
  expect(await customers()).toBe(before + 1);
  expect((await stripe.customers.retrieve(id)).id).toBe(id);
});
