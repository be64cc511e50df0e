import type Stripe from "stripe";

import { startSandbox } from "../../../testing";
import { aMember, CARD, look, priceOf, send, stripeOf, typed, WEB } from "../testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

async function aVisit(more: Partial<Stripe.BillingPortal.SessionCreateParams> = {}, card = CARD.pays) {
  const member = await aMember(stripe, card);
  const { url } = await stripe.billingPortal.sessions.create({ customer: member.customer.id, return_url: `${WEB}/billing`, ...more });
  const current = () => stripe.subscriptions.retrieve(member.subscription.id, { expand: ["default_payment_method"] });
  return { ...member, url, current };
}

test("the first page shows plan, card and invoices, and leads back to the product", async () => {
  const { url } = await aVisit();
  const { status, text } = await look(url);
  expect(status).toBe(200);
  for (const part of ["Etude Premium", "€12.00 per month", "Next payment: €12.00", "Visa ending in 4242", "PDF", `href="${WEB}/billing"`]) expect(text).toContain(part);
  expect(text).not.toMatch(/<script|onclick=|javascript:/i);
});

test("a plan is cancelled in two steps, with a reason, and kept to the end of what is paid", async () => {
  const { url, current } = await aVisit();
  const asked = await look(`${url}/cancel`);
  expect(asked.text).toContain("You keep it until");
  expect(asked.text).toContain('value="too_expensive"');
  const done = await send(`${url}/cancel`, { feedback: "too_expensive", comment: "Perhaps later" });
  expect([done.status, done.location]).toEqual([303, `${new URL(url).pathname}?done=cancel`]);
  expect(await current()).toMatchObject({ status: "active", cancel_at_period_end: true, cancellation_details: { feedback: "too_expensive", comment: "Perhaps later", reason: "cancellation_requested" } });
  expect((await look(url)).text).toContain("Ends soon");
});

test("a cancellation is taken back", async () => {
  const { url, current } = await aVisit();
  await send(`${url}/cancel`, {});
  expect((await send(`${url}/resume`, {})).location).toContain("done=resume");
  expect(await current()).toMatchObject({ cancel_at_period_end: false, cancel_at: null, canceled_at: null });
});

test("another card is charged from then on; a declined one changes nothing", async () => {
  const { url, customer, current } = await aVisit();
  const { text } = await send(`${url}/card`, typed(CARD.isDeclined));
  expect(text).toMatch(/role="alert"[^>]*><p>[^<]*declined/);
  expect((await current()).default_payment_method).toMatchObject({ card: { last4: "4242" } });
  expect((await send(`${url}/card`, typed("5555 5555 5555 4444"))).location).toContain("done=card");
  expect((await current()).default_payment_method).toMatchObject({ card: { last4: "4444" } });
  const { invoice_settings: settings } = (await stripe.customers.retrieve(customer.id, { expand: ["invoice_settings.default_payment_method"] })) as Stripe.Customer;
  expect(settings.default_payment_method).toMatchObject({ card: { last4: "4444" } });
});

test("a card that asks its owner first goes through the bank's page", async () => {
  const { url, current } = await aVisit();
  const { location } = await send(`${url}/card`, typed(CARD.asksFirst));
  expect(location).toBe(`${new URL(url).pathname}/card/authenticate`);
  expect((await look(`${sandbox.url}${location}`)).text).toContain("Is this you?");
  await send(`${sandbox.url}${location}`, { result: "approve" });
  expect((await current()).default_payment_method).toMatchObject({ card: { last4: "3184" } });
});

test("a change of plan shows what it costs, and charges just that", async () => {
  const { url, customer, current } = await aVisit();
  const yearly = await priceOf(stripe, "premium_year");
  expect((await look(`${url}/change`)).text).toContain("€96.00 per year");
  const confirm = await look(`${url}/change/confirm?price=${yearly.id}`);
  const shown = /Pay €([\d.]+) and change/.exec(confirm.text)?.[1];
  expect(shown).toBeDefined();
  const at = /name="at" value="(\d+)"/.exec(confirm.text)?.[1] ?? "";
  expect((await send(`${url}/change/confirm`, { price: yearly.id, at })).location).toContain("done=change");
  expect((await current()).items.data[0]?.price.id).toBe(yearly.id);
  const [charge] = (await stripe.charges.list({ customer: customer.id })).data;
  expect((charge?.amount ?? 0) / 100).toBe(Number(shown));
});

test("a flow begins with its one thing and ends where its caller wanted", async () => {
  const { url, current } = await aVisit({ flow_data: { type: "payment_method_update", after_completion: { type: "redirect", redirect: { return_url: `${WEB}/billing?card=changed` } } } });
  expect((await look(url)).location).toBe(`${new URL(url).pathname}/card`);
  expect((await send(`${url}/card`, typed("5555 5555 5555 4444"))).location).toBe(`${WEB}/billing?card=changed`);
  expect((await current()).default_payment_method).toMatchObject({ card: { last4: "4444" } });
});

test("a portal that was never made is not found, and a customer that is none gets none", async () => {
  expect((await look(`${sandbox.url}/p/session/bps_none`)).status).toBe(404);
  await expect(stripe.billingPortal.sessions.create({ customer: "cus_none" })).rejects.toMatchObject({ code: "resource_missing" });
});
