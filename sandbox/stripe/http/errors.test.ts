import Stripe from "stripe";

import { startSandbox } from "../../testing";
import { priceOf, stripeOf } from "../pages/testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

const withKey = (key: string) => new Stripe(key, { host: "127.0.0.1", port: sandbox.port, protocol: "http", maxNetworkRetries: 0 });
const get = (path: string, headers: Record<string, string>) => fetch(`${sandbox.url}${path}`, { headers });

test("without a key nothing is told", async () => {
  const answer = await get("/v1/customers", {});
  expect(answer.status).toBe(401);
  expect(((await answer.json()) as { error: { message: string } }).error.message).toContain("You did not provide an API key");
});

test("a live key is refused, and so is what is no key", async () => {
  await expect(withKey("sk_live_real").customers.list()).rejects.toThrow("live keys have no business here");
  await expect(withKey("pk_test_public").customers.list()).rejects.toMatchObject({ type: "StripeAuthenticationError", statusCode: 401 });
});

test("a key may come as the user of Basic, as curl sends it", async () => {
  expect((await get("/v1/customers", { authorization: `Basic ${Buffer.from("sk_test_x:").toString("base64")}` })).status).toBe(200);
});

test("another version of the API than the package's is refused; none at all is the account's own", async () => {
  const authorization = "Bearer sk_test_x";
  expect((await get("/v1/customers", { authorization, "stripe-version": "2020-08-27" })).status).toBe(400);
  const answer = await get("/v1/customers", { authorization });
  expect([answer.status, answer.headers.get("stripe-version")]).toEqual([200, Stripe.API_VERSION]);
  expect(answer.headers.get("request-id")).toMatch(/^req_/);
});

test("what is not there is resource_missing: 404 by its path, 400 by a parameter", async () => {
  await expect(stripe.customers.retrieve("cus_none")).rejects.toMatchObject({ type: "StripeInvalidRequestError", code: "resource_missing", statusCode: 404, param: "id", message: "No such customer: 'cus_none'" });
  await expect(stripe.billingPortal.sessions.create({ customer: "cus_none" })).rejects.toMatchObject({ code: "resource_missing", statusCode: 400, param: "customer" });
});

test("a route that Stripe doesn't have is not found", async () => {
  const answer = await get("/v1/unicorns", { authorization: "Bearer sk_test_x" });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("Unrecognized request URL (GET: /v1/unicorns)");
});

test("an unknown parameter is named, however deep it stands", async () => {
  const { id } = await priceOf(stripe);
  const fields = { customer: "cus_x", items: [{ price: id, colour: "red" }] } as unknown as Stripe.SubscriptionCreateParams;
  await expect(stripe.subscriptions.create(fields)).rejects.toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400, code: "parameter_unknown", param: "items[0][colour]", message: "Received unknown parameter: items[0][colour]" });
});

test("options among the parameters are refused, as at Stripe, and make nothing", async () => {
  const fields = { email: "x@etude.test", idempotencyKey: "k" } as unknown as Stripe.CustomerCreateParams;
  await expect(stripe.customers.create(fields)).rejects.toThrow("Received unknown parameter: idempotencyKey");
});

test("parameters that the pinned version has dropped are refused", async () => {
  const fields = { amount: 100, currency: "eur", payment_method_types: ["card"] } as unknown as Stripe.PaymentIntentCreateParams;
  await expect(stripe.paymentIntents.create(fields)).rejects.toThrow("Received unknown parameter: payment_method_types");
});

test("a missing parameter is named", async () => {
  await expect(stripe.prices.create({ currency: "eur" } as Stripe.PriceCreateParams)).rejects.toThrow();
  await expect(stripe.products.create({} as Stripe.ProductCreateParams)).rejects.toMatchObject({ code: "parameter_missing", param: "name", message: "Missing required param: name." });
});

test("a word of the types that Stripe doesn't know is refused, although it compiles", async () => {
  await expect(stripe.checkout.sessions.create({ mode: "subscription", ui_mode: "hosted" })).rejects.toMatchObject({ param: "ui_mode", statusCode: 400 });
});

test("texts are read as the types say: numbers, booleans, lists and what is nested", async () => {
  const { id: product } = await stripe.products.create({ name: "Forms", active: false, images: ["https://etude.test/a.png"], metadata: { count: 3 } });
  const price = await stripe.prices.create({ product, currency: "EUR", unit_amount: 250, recurring: { interval: "month", interval_count: 3 }, currency_options: { usd: { unit_amount: 300 } }, expand: ["currency_options", "product"] });
  expect(price).toMatchObject({ unit_amount: 250, currency: "eur", recurring: { interval: "month", interval_count: 3 }, currency_options: { usd: { unit_amount: 300 } } });
  expect(price.product).toMatchObject({ active: false, images: ["https://etude.test/a.png"], metadata: { count: "3" } });
  await expect(stripe.prices.create({ product, currency: "eur", unit_amount: "much" as unknown as number })).rejects.toMatchObject({ code: "parameter_invalid_integer", param: "unit_amount" });
});

test("a declined card is a card error, with the bank's reason and the payment it failed", async () => {
  const error: unknown = await stripe.paymentIntents.create({ amount: 900, currency: "eur", payment_method: "pm_card_chargeDeclinedInsufficientFunds", confirm: true }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
  const { code, decline_code, payment_intent } = error as InstanceType<typeof Stripe.errors.StripeCardError>;
  expect({ code, decline_code, status: payment_intent?.status }).toEqual({ code: "card_declined", decline_code: "insufficient_funds", status: "requires_payment_method" });
  const kept = await stripe.paymentIntents.retrieve(payment_intent?.id ?? "", { expand: ["latest_charge"] });
  expect(kept.latest_charge).toMatchObject({ status: "failed", failure_code: "card_declined" });
});

test("a body that is too large or too deep is refused, never a crash", async () => {
  const headers = { authorization: "Bearer sk_test_x" };
  expect((await fetch(`${sandbox.url}/v1/customers`, { method: "POST", headers, body: `name=${"x".repeat(2_000_000)}` })).status).toBe(413);
  expect((await fetch(`${sandbox.url}/v1/customers`, { method: "POST", headers, body: `a${"[b]".repeat(40)}=1` })).status).toBe(400);
});
