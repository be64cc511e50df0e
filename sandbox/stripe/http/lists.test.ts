import type Stripe from "stripe";

import { startSandbox } from "../../testing";
import { priceOf, stripeOf } from "../pages/testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
  for (let number = 1; number <= 25; number++) await stripe.customers.create({ name: `Customer ${number}` });
});
afterAll(() => sandbox.stop());

test("a list is newest first, ten at a time, and says whether there is more", async () => {
  const first = await stripe.customers.list();
  expect([first.data.length, first.has_more, first.data[0]?.name, first.url]).toEqual([10, true, "Customer 25", "/v1/customers"]);
  const last = await stripe.customers.list({ limit: 100 });
  expect([last.data.length, last.has_more]).toEqual([25, false]);
});

test("cursors lead forward and back", async () => {
  const { data } = await stripe.customers.list({ limit: 5 });
  const next = await stripe.customers.list({ limit: 5, starting_after: data[4]?.id });
  expect(next.data.map(({ name }) => name)).toEqual(["Customer 20", "Customer 19", "Customer 18", "Customer 17", "Customer 16"]);
  const back = await stripe.customers.list({ limit: 5, ending_before: next.data[0]?.id });
  expect(back.data.map(({ id }) => id)).toEqual(data.map(({ id }) => id));
});

test("the SDK walks through all pages", async () => {
  const all = await stripe.customers.list({ limit: 7 }).autoPagingToArray({ limit: 1000 });
  expect(all).toHaveLength(25);
  expect(new Set(all.map(({ id }) => id)).size).toBe(25);
});

test("a limit that is none, and a cursor to nothing, are refused", async () => {
  await expect(stripe.customers.list({ limit: 0 })).rejects.toMatchObject({ statusCode: 400, param: "limit" });
  await expect(stripe.customers.list({ starting_after: "cus_none" })).rejects.toMatchObject({ statusCode: 400, code: "resource_missing", param: "starting_after" });
});

test("prices are found by their lookup keys, with their other currencies when asked for", async () => {
  const { data } = await stripe.prices.list({ lookup_keys: ["premium_month", "premium_year"], expand: ["data.currency_options"] });
  expect(data.map(({ lookup_key }) => lookup_key).sort()).toEqual(["premium_month", "premium_year"]);
  for (const price of data) expect(Object.keys(price.currency_options ?? {}).sort()).toEqual(["eur", "gbp", "jpy", "usd"]);
  expect((await stripe.prices.list({ lookup_keys: ["premium_month"] })).data[0]).not.toHaveProperty("currency_options");
});

test("what is expanded is told in full, down to four levels, also in lists", async () => {
  const price = await priceOf(stripe);
  const customer = await stripe.customers.create({ email: "m@etude.test", payment_method: "pm_card_visa", invoice_settings: { default_payment_method: "pm_card_visa" } });
  const expand = ["latest_invoice.payments.data.payment", "items.data.price.product", "customer"];
  const expanded = stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }], expand: expand.slice(1) });
  expect(await expanded).toMatchObject({ customer: { email: "m@etude.test" }, items: { data: [{ price: { product: { name: "Etude Premium" } } }] }, latest_invoice: expect.stringMatching(/^in_/) as string });
  const { data } = await stripe.invoices.list({ customer: customer.id, expand: ["data.payments", "data.customer"] });
  expect(data[0]).toMatchObject({ customer: { id: customer.id }, payments: { data: [{ status: "paid", payment: { payment_intent: expect.stringMatching(/^pi_/) as string } }] } });
  const { invoice_settings: settings } = (await stripe.customers.retrieve(customer.id, { expand: ["invoice_settings.default_payment_method"] })) as Stripe.Customer;
  expect(settings.default_payment_method).toMatchObject({ card: { last4: "4242" } });
});

test("what can't be expanded is refused, and so are more than four levels, a list's own included", async () => {
  await expect(stripe.subscriptions.list({ expand: ["data.items.data.price.product"] })).rejects.toMatchObject({ code: "property_expansion_max_depth", message: "You cannot expand more than 4 levels of a property. Property: data.items.data.price.product" });
  await expect(stripe.customers.list({ expand: ["data.metadata"] })).rejects.toThrow("This property cannot be expanded (data.metadata).");
  await expect(stripe.prices.list({ expand: ["product"] })).rejects.toThrow("You may want to try expanding 'data.product' instead.");
  await expect(stripe.customers.list({ expand: ["data.no_such"] })).rejects.toThrow("cannot be expanded");
});

test("a customer that was deleted is told as such, also where it is expanded", async () => {
  const customer = await stripe.customers.create({ name: "Gone" });
  const method = await stripe.paymentIntents.create({ amount: 100, currency: "eur", customer: customer.id });
  expect(await stripe.customers.del(customer.id)).toMatchObject({ id: customer.id, deleted: true });
  expect(await stripe.customers.retrieve(customer.id)).toEqual(expect.objectContaining({ id: customer.id, object: "customer", deleted: true }));
  expect((await stripe.paymentIntents.retrieve(method.id, { expand: ["customer"] })).customer).toEqual({ id: customer.id, object: "customer", deleted: true });
});
