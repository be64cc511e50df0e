import type Stripe from "stripe";

import { startSandbox } from "../../testing";
import { aMember, CARD, look, priceOf, send, stripeOf, typed } from "../pages/testing";

const DAY = 24 * 3600;
const HOUR = 3600;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeEach(async () => {
  sandbox = await startSandbox({ now: () => new Date("2027-01-31T10:00:00Z") });
  stripe = stripeOf(sandbox);
});
// Stopping fails when an answer or an event was not as Stripe's types have it.
afterEach(() => sandbox.stop());

const eventsSince = async (created: number): Promise<string[]> => (await stripe.events.list({ created: { gt: created }, limit: 100 })).data.map(({ type }) => type).reverse();

test("from a card that fails at the renewal to a paid invoice: past due, a mail's link, and in good standing again", async () => {
  const { subscription, customer } = await aMember(stripe);
  const failing = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: customer.id });
  await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id });
  await sandbox.pass(28 * DAY + 2 * HOUR);
  const late = await stripe.subscriptions.retrieve(subscription.id, { expand: ["latest_invoice.payments"] });
  const invoice = late.latest_invoice as Stripe.Invoice;
  expect(late.status).toBe("past_due");
  expect(invoice).toMatchObject({ status: "open", attempt_count: 1, payments: { data: [{ status: "open" }] } });
  await send(String(invoice.hosted_invoice_url), typed(CARD.pays));
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
  expect((await look(String(invoice.hosted_invoice_url))).text).toContain("Paid");
});

test("nobody pays: after the last retry it is canceled, and the events tell the story in order", async () => {
  const { subscription, customer } = await aMember(stripe);
  const failing = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: customer.id });
  await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id });
  const now = Date.parse("2027-01-31T10:00:00Z") / 1000;
  await sandbox.pass(50 * DAY);
  const told = await eventsSince(now);
  expect(told.filter((type) => /^(invoice\.(upcoming|created|finalized|payment_failed)|customer\.subscription\.)/.test(type))).toEqual([
    "invoice.upcoming",
    "invoice.created",
    "customer.subscription.updated",
    "invoice.finalized",
    "invoice.payment_failed",
    "customer.subscription.updated",
    "invoice.payment_failed",
    "invoice.payment_failed",
    "invoice.payment_failed",
    "customer.subscription.deleted",
  ]);
});

test("a change of price is seen before, charged to the cent, and waits where the card is refused", async () => {
  const { subscription, customer } = await aMember(stripe);
  await sandbox.pass(10 * DAY);
  const at = Date.parse("2027-02-10T10:00:00Z") / 1000;
  const items = [{ id: subscription.items.data[0]?.id, price: (await priceOf(stripe, "premium_year")).id }];
  const preview = await stripe.invoices.createPreview({ customer: customer.id, subscription: subscription.id, subscription_details: { items, proration_behavior: "always_invoice", proration_date: at } });
  await sandbox.pass(HOUR);
  const change: Stripe.SubscriptionUpdateParams = { items, proration_behavior: "always_invoice", proration_date: at, payment_behavior: "pending_if_incomplete", expand: ["latest_invoice"] };
  const failing = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: customer.id });
  await stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id });
  const waiting = await stripe.subscriptions.update(subscription.id, change);
  expect(waiting.pending_update?.subscription_items?.[0]?.price.id).toBe(items[0]?.price);
  const invoice = waiting.latest_invoice as Stripe.Invoice;
  expect(invoice).toMatchObject({ status: "open", amount_due: preview.amount_due });
  await send(String(invoice.hosted_invoice_url), typed(CARD.pays));
  const changed = await stripe.subscriptions.retrieve(subscription.id);
  expect([changed.pending_update, changed.items.data[0]?.price.id]).toEqual([null, items[0]?.price]);
});

test("what time brings to pass while nobody calls is there at the next call", async () => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: Date.parse("2028-01-31T00:00:00Z") / 1000 });
  const customer = await stripe.customers.create({ test_clock: clock.id, payment_method: "pm_card_visa", invoice_settings: { default_payment_method: "pm_card_visa" } });
  const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: (await priceOf(stripe)).id }], trial_period_days: 14 });
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: clock.frozen_time + 11 * DAY });
  expect((await stripe.events.list({ type: "customer.subscription.trial_will_end" })).data).toMatchObject([{ created: clock.frozen_time + 11 * DAY, data: { object: { id, status: "trialing" } } }]);
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: clock.frozen_time + 15 * DAY });
  expect((await stripe.testHelpers.testClocks.retrieve(clock.id)).status).toBe("ready");
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
  expect((await stripe.invoices.list({ subscription: id })).data.map(({ total, status }) => [total, status])).toEqual([
    [1200, "paid"],
    [0, "paid"],
  ]);
});
