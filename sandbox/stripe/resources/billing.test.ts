import type Stripe from "stripe";

import { startSandbox } from "../../testing";
import { aCheckout, priceOf, stripeOf } from "../pages/testing";

const DAY = 24 * 3600;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

const aCustomer = (more: Stripe.CustomerCreateParams = {}) => stripe.customers.create({ email: "m@etude.test", payment_method: "pm_card_visa", invoice_settings: { default_payment_method: "pm_card_visa" }, ...more });

async function aSubscription(more: Partial<Stripe.SubscriptionCreateParams> = {}) {
  const customer = await aCustomer();
  const subscription = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: (await priceOf(stripe)).id }], ...more });
  return { customer, subscription };
}

test("subscriptions are listed by customer, status and price; the canceled only when asked for", async () => {
  const { customer, subscription } = await aSubscription();
  const list = async (more: Stripe.SubscriptionListParams) => (await stripe.subscriptions.list({ customer: customer.id, ...more })).data.map(({ id }) => id);
  expect(await list({})).toEqual([subscription.id]);
  expect(await list({ status: "active", price: subscription.items.data[0]?.price.id })).toEqual([subscription.id]);
  expect(await list({ status: "past_due" })).toEqual([]);
  await stripe.subscriptions.cancel(subscription.id);
  expect([await list({}), await list({ status: "all" }), await list({ status: "canceled" }), await list({ status: "ended" })]).toEqual([[], ...Array<string[]>(3).fill([subscription.id])]);
  await expect(stripe.subscriptions.cancel(subscription.id)).rejects.toMatchObject({ code: "resource_missing" });
});

test("a subscription is paused and resumed", async () => {
  const { subscription } = await aSubscription();
  expect(await stripe.subscriptions.pause(subscription.id, { type: "subscription" })).toMatchObject({ status: "paused", status_details: { paused: { subscription: { type: "pause_requested" } } } });
  expect((await stripe.subscriptions.resume(subscription.id, { billing_cycle_anchor: { type: "unchanged" } })).status).toBe("active");
});

test("items are added, changed and taken off", async () => {
  const { subscription } = await aSubscription();
  const { id: product } = await stripe.products.create({ name: "Extra" });
  const extra = await stripe.prices.create({ product, currency: "eur", unit_amount: 300, recurring: { interval: "month" } });
  const item = await stripe.subscriptionItems.create({ subscription: subscription.id, price: extra.id });
  expect((await stripe.subscriptionItems.list({ subscription: subscription.id })).data).toHaveLength(2);
  expect((await stripe.subscriptionItems.update(item.id, { quantity: 2 })).quantity).toBe(2);
  expect((await stripe.subscriptionItems.retrieve(item.id)).quantity).toBe(2);
  expect(await stripe.subscriptionItems.del(item.id)).toMatchObject({ deleted: true });
  expect((await stripe.subscriptions.retrieve(subscription.id)).items.data).toHaveLength(1);
});

test("a discount is taken off a subscription", async () => {
  const { subscription } = await aSubscription({ discounts: [{ coupon: (await stripe.coupons.create({ percent_off: 20, duration: "forever" })).id }], expand: ["discounts"] });
  expect(subscription.discounts).toMatchObject([{ object: "discount", source: { type: "coupon" } }]);
  expect(await stripe.subscriptions.deleteDiscount(subscription.id)).toMatchObject({ deleted: true });
  expect((await stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([]);
});

test("what a change of price would cost is told, and nothing is left of the question", async () => {
  const { customer, subscription } = await aSubscription();
  const items = [{ id: subscription.items.data[0]?.id, price: (await priceOf(stripe, "premium_year")).id }];
  const preview = await stripe.invoices.createPreview({ customer: customer.id, subscription: subscription.id, subscription_details: { items, proration_behavior: "always_invoice" } });
  expect(preview).toMatchObject({ object: "invoice", currency: "eur", amount_due: 9600 - 1200 });
  expect((await stripe.invoices.list({ customer: customer.id })).data).toHaveLength(1);
  expect((await stripe.invoiceItems.list({ customer: customer.id, pending: true })).data).toEqual([]);
});

test("an invoice is made by hand, filled, made final and paid; its payment leads back to it", async () => {
  const customer = await aCustomer();
  const item = await stripe.invoiceItems.create({ customer: customer.id, amount: 700, currency: "usd", description: "Lesson" });
  await stripe.invoiceItems.update(item.id, { amount: 800 });
  const draft = await stripe.invoices.create({ customer: customer.id, pending_invoice_items_behavior: "include", metadata: { by: "hand" } });
  expect(draft).toMatchObject({ status: "draft", currency: "usd", total: 800, metadata: { by: "hand" } });
  const id = draft.id ?? "";
  await stripe.invoices.update(id, { description: "For lessons" });
  expect(await stripe.invoices.finalizeInvoice(id)).toMatchObject({ status: "open", hosted_invoice_url: expect.stringContaining(sandbox.url) as string });
  await expect(stripe.invoiceItems.del(item.id)).rejects.toMatchObject({ code: "invoice_not_editable" });
  const invoice = await stripe.invoices.pay(id, { expand: ["payments"] });
  expect(invoice).toMatchObject({ status: "paid", amount_paid: 800, description: "For lessons" });
  const intent = String(invoice.payments?.data[0]?.payment.payment_intent);
  const { data } = await stripe.invoicePayments.list({ payment: { type: "payment_intent", payment_intent: intent } });
  expect(data.map((payment) => payment.invoice)).toEqual([id]);
  expect((await stripe.invoicePayments.retrieve(data[0]?.id ?? "")).status).toBe("paid");
  expect((await stripe.invoices.listLineItems(id)).data).toMatchObject([{ amount: 800, description: "Lesson" }]);
  await expect(stripe.invoices.pay(id)).rejects.toThrow("already paid");
});

test("an invoice is taken back, given up, sent, or thrown away as a draft", async () => {
  const customer = await aCustomer();
  const anInvoice = async () => {
    await stripe.invoiceItems.create({ customer: customer.id, amount: 500, currency: "eur" });
    return (await stripe.invoices.create({ customer: customer.id, pending_invoice_items_behavior: "include" })).id ?? "";
  };
  const [taken, given, thrown] = [await anInvoice(), await anInvoice(), await anInvoice()];
  await stripe.invoices.sendInvoice(taken);
  expect((await stripe.invoices.voidInvoice(taken)).status).toBe("void");
  await stripe.invoices.finalizeInvoice(given);
  expect((await stripe.invoices.markUncollectible(given)).status).toBe("uncollectible");
  expect(await stripe.invoices.del(thrown)).toMatchObject({ deleted: true });
  await expect(stripe.invoices.retrieve(thrown)).rejects.toMatchObject({ code: "resource_missing" });
  await expect(stripe.invoices.del(given)).rejects.toMatchObject({ code: "invoice_not_editable" });
});

test("a checkout session is made, told with its lines, listed, and expired once", async () => {
  const customer = await aCustomer();
  const session = await aCheckout(stripe, { customer: customer.id, client_reference_id: "user-1", metadata: { attemptId: "a" } });
  expect(session).toMatchObject({ status: "open", payment_status: "unpaid", amount_total: 1200, client_reference_id: "user-1", url: `${sandbox.url}/c/pay/${session.id}` });
  expect(session).not.toHaveProperty("line_items");
  expect((await stripe.checkout.sessions.retrieve(session.id, { expand: ["line_items"] })).line_items?.data).toMatchObject([{ quantity: 1, amount_total: 1200 }]);
  expect((await stripe.checkout.sessions.listLineItems(session.id)).data).toHaveLength(1);
  expect((await stripe.checkout.sessions.list({ customer: customer.id, status: "open" })).data.map(({ id }) => id)).toEqual([session.id]);
  expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: "expired", url: null });
  await expect(stripe.checkout.sessions.expire(session.id)).rejects.toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400 });
});

test("a test clock moves its customers' time and nobody else's, and takes them with it when it goes", async () => {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: Date.UTC(2027, 0, 31) / 1000, name: "January" });
  const customer = await aCustomer({ test_clock: clock.id });
  await stripe.subscriptions.create({ customer: customer.id, items: [{ price: (await priceOf(stripe)).id }] });
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: clock.frozen_time + 90 * DAY });
  expect((await stripe.testHelpers.testClocks.retrieve(clock.id)).status).toBe("ready");
  const { data } = await stripe.invoices.list({ customer: customer.id });
  expect(data.map(({ period_end }) => new Date(period_end * 1000).toISOString().slice(0, 10))).toEqual(["2027-04-30", "2027-03-31", "2027-02-28", "2027-01-31"]);
  expect((await stripe.customers.list({ test_clock: clock.id })).data.map(({ id }) => id)).toEqual([customer.id]);
  expect((await stripe.customers.list({ limit: 100 })).data.map(({ id }) => id)).not.toContain(customer.id);
  expect((await stripe.testHelpers.testClocks.list()).data).toHaveLength(1);
  expect(await stripe.testHelpers.testClocks.del(clock.id)).toMatchObject({ deleted: true });
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ deleted: true });
});

test("a customer's balance is moved by hand and by invoices, and each move is filed", async () => {
  const { id } = await aCustomer();
  expect(await stripe.customers.createBalanceTransaction(id, { amount: -2000, currency: "eur", description: "For the trouble" })).toMatchObject({ amount: -2000, ending_balance: -2000, type: "adjustment", description: "For the trouble" });
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -2000, currency: "eur" });
  await stripe.subscriptions.create({ customer: id, items: [{ price: (await priceOf(stripe)).id }] });
  const { data } = await stripe.customers.listBalanceTransactions(id);
  expect(data.map(({ amount, ending_balance, type }) => [amount, ending_balance, type])).toEqual([[1200, -800, "applied_to_invoice"], [-2000, -2000, "adjustment"]]);
  await expect(stripe.customers.createBalanceTransaction(id, { amount: 800, currency: "usd" })).rejects.toMatchObject({ param: "currency" });
});
