import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import type Stripe from "stripe";

import { startSandbox } from "../../../testing";
import { aMember, look, send, stripeOf } from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox({ webhook: { url: `http://127.0.0.1:${await aClosedPort()}/api/webhooks/stripe`, secret: "whsec_desk" } });
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

/** Nobody answers there. */
async function aClosedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

const chargeOf = async ({ id }: Stripe.Customer) => (await stripe.charges.list({ customer: id })).data[0] as Stripe.Charge;

test("the desk shows the time, customers and events", async () => {
  const { customer } = await aMember(stripe);
  const { text } = await look(`${sandbox.url}/stripe`);
  for (const part of ["The real time.", customer.email ?? "", "customer.subscription.created", `/stripe/customers/${customer.id}`]) expect(text).toContain(part);
  expect(text).not.toMatch(/<script|onclick=|javascript:/i);
});

test("time is moved to the next renewal, and the renewal happens", async () => {
  const { customer } = await aMember(stripe);
  const { text } = await look(`${sandbox.url}/stripe/customers/${customer.id}`);
  const to = /name="to" value="(\d+)"/.exec(text)?.[1] ?? "";
  expect((await send(`${sandbox.url}/stripe/clock`, { to })).location).toBe("/stripe?done=clock");
  expect((await stripe.invoices.list({ customer: customer.id })).data.map(({ billing_reason, status }) => [billing_reason, status])).toEqual([["subscription_cycle", "paid"], ["subscription_create", "paid"]]);
  expect((await send(`${sandbox.url}/stripe/clock`, { to: "5" })).location).toBe("/stripe?refused=clock");
});

test("a payment is refunded in part, and not beyond what there is", async () => {
  const { customer } = await aMember(stripe);
  const { id } = await chargeOf(customer);
  expect((await send(`${sandbox.url}/stripe/charges/${id}/refund`, { amount: "4,50" })).location).toContain("done=refund");
  expect((await stripe.charges.retrieve(id)).amount_refunded).toBe(450);
  const refused = await send(`${sandbox.url}/stripe/charges/${id}/refund`, { amount: "100" });
  expect((await look(`${sandbox.url}${refused.location}`)).text).toContain("greater than unrefunded amount");
});

test("a dispute is opened and closed", async () => {
  const { customer } = await aMember(stripe);
  const { id } = await chargeOf(customer);
  await send(`${sandbox.url}/stripe/charges/${id}/dispute`, { kind: "dispute" });
  const [dispute] = (await stripe.disputes.list({ charge: id })).data;
  expect(dispute?.status).toBe("needs_response");
  await send(`${sandbox.url}/stripe/charges/${id}/dispute/close`, { dispute: dispute?.id ?? "", as: "won" });
  expect((await stripe.disputes.retrieve(dispute?.id ?? "")).status).toBe("won");
});

test("an event shows its payload and its deliveries, and is sent again by a press", async () => {
  await stripe.customers.create({ email: "event@etude.test" });
  await sandbox.settled();
  const event = sandbox.stripe.shelf("event").all().find(({ type }) => type === "customer.created") as Stripe.Event;
  const page = `${sandbox.url}/stripe/events/${event.id}`;
  const { text } = await look(page);
  expect(text).toContain("ECONNREFUSED");
  expect(text).toContain("event@etude.test");
  const delivery = /name="delivery" value="([^"]+)"/.exec(text)?.[1] ?? "";
  await send(`${sandbox.url}/stripe/deliveries`, { delivery, event: event.id });
  await sandbox.settled();
  expect(sandbox.deliveries.list(event.id)[0]?.attempts).toBeGreaterThan(1);
});

test("another site's form presses no button here", async () => {
  expect((await send(`${sandbox.url}/stripe/clock`, { to: "5" }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
});
