import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";

import { startSandbox } from "../../testing";
import { aMember, stripeOf } from "../pages/testing";

const SECRET = "whsec_testing0123456789";

interface Received {
  event: Stripe.Event;
  body: string;
  headers: IncomingHttpHeaders;
}

/** Where webhooks go; answers with the statuses in turn, then with 200. */
async function anEndpoint(...statuses: number[]) {
  const received: Received[] = [];
  const server: Server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk: Buffer) => (body += chunk.toString()));
    req.on("end", () => {
      received.push({ event: JSON.parse(body) as Stripe.Event, body, headers: req.headers });
      res.writeHead(statuses.shift() ?? 200).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, close: () => new Promise<void>((done) => void (server.closeAllConnections(), server.close(() => done()))) };
}

const types = (received: readonly Received[]) => received.map(({ event }) => event.type);

/** A sandbox whose wall clock the test moves. */
async function world(...statuses: number[]) {
  const endpoint = await anEndpoint(...statuses);
  const clock = { at: Date.now() };
  const sandbox = await startSandbox({ webhook: { url: endpoint.url, secret: SECRET }, now: () => new Date(clock.at) });
  const end = async () => {
    await sandbox.stop();
    await endpoint.close();
  };
  return { endpoint, sandbox, clock, stripe: stripeOf(sandbox), end };
}

test("an event is signed over its very bytes, so that Stripe's own check takes it", async () => {
  const { endpoint, sandbox, stripe, end } = await world();
  await stripe.customers.create({ email: "a@etude.test" });
  await sandbox.settled();
  const [{ body, headers }] = endpoint.received as [Received];
  const signature = String(headers["stripe-signature"]);
  expect(signature).toMatch(/^t=\d{10},v1=[0-9a-f]{64}$/);
  const event = Stripe.webhooks.constructEvent(body, signature, SECRET);
  expect(event).toMatchObject({ type: "customer.created", api_version: Stripe.API_VERSION, livemode: false, pending_webhooks: 1, data: { object: { email: "a@etude.test" } } });
  expect(() => Stripe.webhooks.constructEvent(body, signature, "whsec_another")).toThrow();
  await end();
});

test("an event names the request that caused it, and nobody where time did", async () => {
  const { endpoint, sandbox, stripe, end } = await world();
  const { lastResponse } = await stripe.customers.create({ email: "b@etude.test" }, { idempotencyKey: "key-of-b" });
  await aMember(stripe, undefined, { subscription_data: { trial_period_days: 7 } });
  await sandbox.pass(5 * 24 * 3600);
  const requestOf = (type: string) => endpoint.received.find(({ event }) => event.type === type)?.event.request;
  expect(requestOf("customer.created")).toEqual({ id: lastResponse.requestId, idempotency_key: "key-of-b" });
  expect(requestOf("customer.subscription.trial_will_end")).toEqual({ id: null, idempotency_key: null });
  await end();
});

test("an update tells what was before, and only of what changed", async () => {
  const { endpoint, sandbox, stripe, end } = await world();
  const { id } = await stripe.customers.create({ email: "c@etude.test", metadata: { plan: "free", since: "2026" } });
  await stripe.customers.update(id, { email: "d@etude.test", metadata: { plan: "premium" } });
  await stripe.customers.update(id, { email: "d@etude.test" }); // Nothing changed: nothing is told.
  await sandbox.settled();
  const updates = endpoint.received.filter(({ event }) => event.type === "customer.updated");
  expect(updates.map(({ event }) => event.data.previous_attributes)).toEqual([{ email: "c@etude.test", metadata: { plan: "free" } }]);
  await end();
});

test("an event is sent again, after longer and longer waits, until it is taken", async () => {
  const { endpoint, sandbox, clock, stripe, end } = await world(500, 503, 302);
  await stripe.customers.create({ email: "e@etude.test" });
  await sandbox.settled();
  expect(endpoint.received).toHaveLength(1);
  clock.at += 900;
  await sandbox.settled();
  expect(endpoint.received).toHaveLength(1); // Not yet.
  for (const [wait, times] of [[200, 2], [2000, 3], [5000, 4], [60_000, 4]] as const) {
    clock.at += wait;
    await sandbox.settled();
    expect(endpoint.received).toHaveLength(times);
  }
  expect(new Set(endpoint.received.map(({ event }) => event.id)).size).toBe(1);
  expect(new Set(endpoint.received.map(({ body }) => body)).size).toBe(1);
  const signedAt = endpoint.received.map(({ headers }) => Number(/t=(\d+)/.exec(String(headers["stripe-signature"]))?.[1]));
  expect(signedAt.at(-1)).toBeGreaterThan(signedAt[0] ?? Infinity); // Each try is signed anew.
  await end();
});

test("while an event is not taken it is found as undelivered, then no more", async () => {
  const { sandbox, clock, stripe, end } = await world(500);
  await stripe.customers.create({ email: "f@etude.test" });
  await sandbox.settled();
  const undelivered = async () => (await stripe.events.list({ delivery_success: false })).data.map(({ type, pending_webhooks }) => [type, pending_webhooks]);
  expect(await undelivered()).toEqual([["customer.created", 1]]);
  clock.at += 2000;
  await sandbox.settled();
  expect(await undelivered()).toEqual([]);
  await end();
});

test("an endpoint that nobody answers at is tried again", async () => {
  const { endpoint, sandbox, clock, stripe, end } = await world();
  const closed = await anEndpoint();
  await closed.close();
  const { id } = await stripe.webhookEndpoints.create({ url: closed.url, enabled_events: ["customer.created"] });
  await stripe.customers.create({ email: "g@etude.test" });
  await sandbox.settled();
  const own = () => sandbox.deliveries.list().find((delivery) => delivery.endpoint === id);
  expect(own()).toMatchObject({ attempts: 1, outcome: "ECONNREFUSED", deliveredAt: null });
  clock.at += 1500;
  await sandbox.settled();
  expect(own()?.attempts).toBe(2);
  expect(types(endpoint.received)).toEqual(["customer.created"]);
  await end();
});

test("an endpoint hears only of what it asked for, and its secret is told once", async () => {
  const { sandbox, stripe, end } = await world();
  const second = await anEndpoint();
  const made = await stripe.webhookEndpoints.create({ url: second.url, enabled_events: ["product.created"] });
  expect(made.secret).toMatch(/^whsec_/);
  expect(await stripe.webhookEndpoints.retrieve(made.id)).not.toHaveProperty("secret");
  await stripe.customers.create({ email: "h@etude.test" });
  await stripe.products.create({ name: "Heard" });
  await sandbox.settled();
  expect(types(second.received)).toEqual(["product.created"]);
  const [{ body, headers }] = second.received as [Received];
  expect(Stripe.webhooks.constructEvent(body, String(headers["stripe-signature"]), made.secret ?? "").type).toBe("product.created");
  await stripe.webhookEndpoints.update(made.id, { disabled: true });
  await stripe.products.create({ name: "Unheard" });
  await sandbox.settled();
  expect(second.received).toHaveLength(1);
  await second.close();
  await end();
});

test("events are found by their types and their time", async () => {
  const { stripe, end } = await world();
  const { created } = await stripe.customers.create({ email: "i@etude.test" });
  await stripe.products.create({ name: "P" });
  expect((await stripe.events.list({ types: ["customer.created", "customer.updated"] })).data.map(({ type }) => type)).toEqual(["customer.created"]);
  expect((await stripe.events.list({ type: "customer.*", created: { gte: created } })).data).toHaveLength(1);
  expect((await stripe.events.list({ type: "customer.*", created: { gt: created + 60 } })).data).toHaveLength(0);
  await end();
});

test("a call that fails tells nothing: its events go with all that it did", async () => {
  const { endpoint, sandbox, stripe, end } = await world();
  await expect(stripe.customers.create({ email: "j@etude.test", payment_method: "pm_card_chargeDeclined" })).rejects.toMatchObject({ type: "StripeCardError" });
  await sandbox.settled();
  expect(types(endpoint.received)).toEqual([]);
  expect((await stripe.customers.list()).data).toEqual([]);
  await end();
});
