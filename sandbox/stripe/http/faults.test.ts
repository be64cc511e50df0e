import Stripe from "stripe";

import { startSandbox } from "../../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.fail("none"));

const sdk = (maxNetworkRetries = 0, timeout = 2000) => new Stripe("sk_test_faults", { host: "127.0.0.1", port: sandbox.port, protocol: "http", maxNetworkRetries, timeout });
const count = async () => (await sdk().customers.list({ limit: 100 })).data.length;

test("a 500 is Stripe's own, and a read that is retried succeeds", async () => {
  await sandbox.fail("500");
  await expect(sdk().customers.list()).rejects.toMatchObject({ type: "StripeAPIError", statusCode: 500 });
  await sandbox.fail("500");
  expect((await sdk(1).customers.list()).object).toBe("list");
});

test("429 is a rate limit, 403 a missing permission", async () => {
  await sandbox.fail("429");
  await expect(sdk().customers.list()).rejects.toMatchObject({ type: "StripeRateLimitError", statusCode: 429 });
  await sandbox.fail("403");
  await expect(sdk().customers.list()).rejects.toMatchObject({ type: "StripePermissionError", statusCode: 403 });
});

test("a page of some proxy is no answer of Stripe's", async () => {
  await sandbox.fail("html");
  await expect(sdk().customers.list()).rejects.toMatchObject({ type: "StripeAPIError" });
});

test("a call that hangs times out, and has done nothing", async () => {
  const before = await count();
  await sandbox.fail("hang");
  await expect(sdk(0, 200).customers.create({ email: "hang@etude.test" })).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(await count()).toBe(before);
});

test("a line that is cut before the call does nothing; cut before the answer, it was done", async () => {
  const before = await count();
  await sandbox.fail("reset", { count: 5 });
  await expect(sdk().customers.create({ email: "reset@etude.test" })).rejects.toMatchObject({ type: "StripeConnectionError" });
  await sandbox.fail("none");
  expect(await count()).toBe(before);
  await sandbox.fail("lost", { count: 1 });
  await fetch(`${sandbox.url}/v1/customers`, { method: "POST", headers: { authorization: "Bearer sk_test_x" }, body: "email=lost%40etude.test" }).catch(() => undefined);
  expect(await count()).toBe(before + 1);
});

test("only calls to the path that was named fail", async () => {
  await sandbox.fail("500", { path: "/v1/subscriptions" });
  expect((await sdk().customers.list()).object).toBe("list");
  await expect(sdk().subscriptions.list()).rejects.toMatchObject({ statusCode: 500 });
});
