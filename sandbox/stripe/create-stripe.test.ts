import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startSandbox } from "../testing";
import { aMember, stripeOf } from "./pages/testing";

const DAY = 24 * 3600;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "etude-stripe-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test("a new account has its product, both prices, a promotion code, a portal and an endpoint", async () => {
  const webhook = { url: "http://127.0.0.1:9/api/webhooks/stripe", secret: "whsec_x" };
  const sandbox = await startSandbox({ dataDir, webhook });
  const stripe = stripeOf(sandbox);
  const { data } = await stripe.prices.list({ lookup_keys: ["premium_month", "premium_year"], expand: ["data.product"] });
  expect(data.map(({ lookup_key, unit_amount, currency, recurring }) => [lookup_key, unit_amount, currency, recurring?.interval])).toEqual([
    ["premium_year", 9600, "eur", "year"],
    ["premium_month", 1200, "eur", "month"],
  ]);
  expect((await stripe.promotionCodes.list({ code: "start20" })).data).toHaveLength(1);
  expect((await stripe.billingPortal.configurations.list({ is_default: true })).data).toHaveLength(1);
  expect((await stripe.webhookEndpoints.list()).data).toMatchObject([{ url: webhook.url, enabled_events: ["*"], status: "enabled" }]);
  await sandbox.stop();
});

test("after a restart everything is there, each thing once", async () => {
  const first = await startSandbox({ dataDir });
  const { customer, subscription, invoice } = await aMember(stripeOf(first));
  const keyed = await stripeOf(first).customers.create({ email: "k@etude.test" }, { idempotencyKey: "kept" });
  const before = JSON.stringify(first.stripe.shelf("event").all());
  await first.stop();

  const second = await startSandbox({ dataDir });
  const stripe = stripeOf(second);
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: "active", customer: customer.id });
  expect(await stripe.invoices.retrieve(invoice.id ?? "")).toMatchObject({ status: "paid", number: invoice.number });
  expect(JSON.stringify(second.stripe.shelf("event").all())).toBe(before);
  expect((await stripe.products.list()).data).toHaveLength(1);
  expect((await stripe.customers.create({ email: "k@etude.test" }, { idempotencyKey: "kept" })).id).toBe(keyed.id);
  await second.stop();
});

test("time that was moved stays moved, and what fell due meanwhile comes to pass at the next start", async () => {
  const wall = { at: Date.UTC(2027, 0, 31, 12) };
  const now = () => new Date(wall.at);
  const first = await startSandbox({ dataDir, now });
  const { subscription } = await aMember(stripeOf(first));
  await first.pass(DAY);
  await first.stop();

  wall.at += 40 * DAY * 1000;
  const second = await startSandbox({ dataDir, now });
  expect(second.stripe.now()).toBe(wall.at / 1000 + DAY);
  const { data } = await stripeOf(second).invoices.list({ subscription: subscription.id });
  expect(data.map(({ billing_reason, status }) => [billing_reason, status])).toEqual([["subscription_cycle", "paid"], ["subscription_create", "paid"]]);
  await second.stop();
});

test("webhooks that were not taken are sent after a restart, to where the endpoint is then", async () => {
  const first = await startSandbox({ dataDir, webhook: { url: "http://127.0.0.1:9/old", secret: "whsec_old" } });
  await stripeOf(first).customers.create({ email: "w@etude.test" });
  await first.settled();
  await first.stop();

  const second = await startSandbox({ dataDir, webhook: { url: "http://127.0.0.1:9/new", secret: "whsec_new" } });
  expect((await stripeOf(second).webhookEndpoints.list()).data.map(({ url }) => url)).toEqual(["http://127.0.0.1:9/new"]);
  const [delivery] = second.deliveries.list();
  expect(delivery).toMatchObject({ deliveredAt: null, dueAt: expect.any(Number) as number });
  await second.stop();
});

test("a line of the journal that was cut off by a crash costs that call only", async () => {
  const first = await startSandbox({ dataDir });
  const { id } = await stripeOf(first).customers.create({ email: "kept@etude.test" });
  await first.stop();
  const file = join(dataDir, "stripe.jsonl");
  const { appendFileSync } = await import("node:fs");
  appendFileSync(file, '[["customer","cus_half",{"id":"cus_ha');

  const second = await startSandbox({ dataDir });
  expect((await stripeOf(second).customers.list()).data.map((customer) => customer.id)).toEqual([id]);
  await second.stop();
  expect(readFileSync(file, "utf8")).not.toContain("cus_half");
});

test("an answer that Stripe would not give is a 500, is done nothing of, and stops a test", async () => {
  const silent = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const sandbox = await startSandbox({ dataDir, mayErr: true });
  const stripe = stripeOf(sandbox);
  const { id } = await stripe.customers.create({ email: "odd@etude.test" });
  sandbox.stripe.change("customer", id, { unicorn: true } as object);
  await expect(stripe.customers.retrieve(id, undefined, { maxNetworkRetries: 0 })).rejects.toMatchObject({ type: "StripeAPIError", statusCode: 500, message: expect.stringContaining("unicorn") as string });
  expect(sandbox.mistakes).toHaveLength(1);
  await expect(stripe.customers.update(id, { name: "Never" }, { maxNetworkRetries: 0 })).rejects.toThrow("unicorn");
  expect(sandbox.stripe.shelf("customer").get(id).name).toBeNull();
  await sandbox.stop();
  silent.mockRestore();
});
