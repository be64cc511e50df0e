import { minutes } from "../../../platform/clock";
import { auditTrail } from "../../../testing/accounts";
import { CARD, openShop, type Shop } from "../../../testing/billing";

const MASTERCARD = "5555 5555 5555 4444";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const pagesAtStripe = async (customer: string) => (await shop.stripe.checkout.sessions.list({ customer, limit: 100 })).data;
const subscriptionsAtStripe = async (customer: string) => (await shop.stripe.subscriptions.list({ customer, status: "all", limit: 100 })).data;
const attemptsOf = (userId: string) => shop.world.db.checkoutAttempt.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
const planOf = async (person: Parameters<Shop["as"]>[0]) => (await shop.as(person).query("{ me { plan subscription { status } } }")).data.me;

test("a checkout leads to Stripe's page with the price, a week's trial, and the ways back", async () => {
  const person = await shop.world.aLearner();
  const url = await shop.opensCheckout(person, { price: "premium_year" });
  const { stripeId } = await shop.customerOf(person);
  const [page] = await pagesAtStripe(stripeId);
  expect(url).toBe(page?.url);
  expect(page).toMatchObject({
    mode: "subscription",
    client_reference_id: person.id,
    currency: "eur",
    expires_at: shop.world.clock.now().getTime() / 1000 + 3600,
    success_url: `${shop.world.config.webUrl}/billing/welcome?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${shop.world.config.webUrl}/pricing`,
    payment_method_collection: "always",
  });
  expect(await shop.stripe.customers.retrieve(stripeId)).toMatchObject({ email: person.email, metadata: { userId: person.id } });
  expect(await auditTrail(shop.world, "billing.checkout.opened", person.id)).toHaveLength(1);
});

test("fifty clicks at once in many tabs give one page, one customer and one attempt", async () => {
  const person = await shop.world.aLearner();
  const answers = await Promise.all(Array.from({ length: 50 }, () => shop.asksFor(person)));
  expect(answers.map(({ code }) => code).filter(Boolean)).toEqual([]);
  expect(new Set(answers.map(({ data }) => data.createCheckoutSession.url)).size).toBe(1);
  const { data: customers } = await shop.stripe.customers.list({ email: person.email });
  expect(customers).toHaveLength(1);
  expect(await pagesAtStripe(customers[0]?.id ?? "")).toHaveLength(1);
  expect(await attemptsOf(person.id)).toMatchObject([{ status: "OPEN" }]);
  expect(await auditTrail(shop.world, "billing.checkout.opened", person.id)).toHaveLength(1);
});

test("asked for again while it is open, it is the same page; for another price or currency the old one is closed", async () => {
  const person = await shop.world.aLearner();
  const first = await shop.opensCheckout(person);
  expect(await shop.opensCheckout(person)).toBe(first);
  expect(await shop.opensCheckout(person, { currency: "EUR" })).toBe(first);
  const second = await shop.opensCheckout(person, { currency: "usd" });
  const third = await shop.opensCheckout(person, { price: "premium_year", currency: "usd" });
  const pages = await pagesAtStripe((await shop.customerOf(person)).stripeId);
  expect(pages.map(({ url, status, currency }) => [url, status, currency])).toEqual([[third, "open", "usd"], [null, "expired", "usd"], [null, "expired", "eur"]]);
  expect(new Set([first, second, third]).size).toBe(3);
  expect((await attemptsOf(person.id)).map(({ status }) => status).sort()).toEqual(["EXPIRED", "EXPIRED", "OPEN"]);
});

test("a page that has expired, or soon will, is replaced by a new one", async () => {
  const person = await shop.world.aLearner();
  const first = await shop.opensCheckout(person);
  shop.world.clock.forward(minutes(45));
  expect(await shop.opensCheckout(person)).toBe(first);
  shop.world.clock.forward(minutes(6));
  const second = await shop.opensCheckout(person);
  expect(second).not.toBe(first);
  shop.world.clock.forward(minutes(61));
  expect([first, second]).not.toContain(await shop.opensCheckout(person));
  expect((await attemptsOf(person.id)).map(({ status }) => status)).toEqual(["EXPIRED", "EXPIRED", "OPEN"]);
});

test("opening a page, and coming back from it without paying, grants nothing", async () => {
  const person = await shop.world.aLearner();
  await shop.opensCheckout(person);
  await shop.deliver();
  expect(await planOf(person)).toEqual({ plan: "FREE", subscription: null });
});

test("a paid page gives premium once its webhook is handled, and is noted as complete", async () => {
  const person = await shop.world.aLearner();
  await shop.buys(person);
  expect(await planOf(person)).toEqual({ plan: "PREMIUM", subscription: { status: "TRIALING" } });
  expect(await attemptsOf(person.id)).toMatchObject([{ status: "COMPLETE" }]);
});

test("a page that was paid a moment ago is not opened again, though no webhook has come", async () => {
  const person = await shop.aPayer();
  await shop.pays(await shop.opensCheckout(person));
  expect(await shop.asksFor(person)).toMatchObject({ code: "ALREADY_SUBSCRIBED" });
  expect(await shop.asksFor(person, { price: "premium_year" })).toMatchObject({ code: "ALREADY_SUBSCRIBED" });
  expect(await subscriptionsAtStripe((await shop.customerOf(person)).stripeId)).toHaveLength(1);
  await shop.deliver();
});

test("two open pages that are both paid end with one subscription", async () => {
  const person = await shop.aPayer();
  const first = await shop.opensCheckout(person);
  const { stripeId: customer } = await shop.customerOf(person);
  const elsewhere = await shop.stripe.checkout.sessions.create({ mode: "subscription", customer, line_items: [{ price: await shop.priceId("premium_year"), quantity: 1 }], success_url: "https://etude.test/", subscription_data: { metadata: { userId: person.id, attemptId: "of another tab" } } });
  await shop.pays(first);
  await shop.pays(elsewhere.url ?? "");
  await shop.deliver();
  expect((await subscriptionsAtStripe(customer)).map(({ status }) => status).sort()).toEqual(["active", "canceled"]);
  expect((await planOf(person)).plan).toBe("PREMIUM");
});

test("a trial is offered once: who had one pays at once the next time", async () => {
  const person = await shop.world.aLearner();
  await shop.buys(person, { card: MASTERCARD });
  const { stripeId: customer } = await shop.customerOf(person);
  const [trial] = await subscriptionsAtStripe(customer);
  expect(trial?.status).toBe("trialing");
  await shop.stripe.subscriptions.cancel(trial?.id ?? "");
  await shop.deliver();
  expect((await shop.as(person).query("{ prices { trialDays } }")).data.prices).toEqual([{ trialDays: null }, { trialDays: null }]);
  await shop.buys(person, { price: "premium_year" });
  expect((await subscriptionsAtStripe(customer)).find(({ status }) => status === "active")?.trial_end).toBeNull();
});

test("who had a trial under another address is neither promised nor given one", async () => {
  const person = await shop.world.aLearner();
  await shop.buys(person, { card: "3782 822463 10005" });
  const { stripeId: customer } = await shop.customerOf(person);
  await shop.stripe.subscriptions.cancel((await subscriptionsAtStripe(customer))[0]?.id ?? "");
  await shop.deliver();
  await shop.world.db.user.update({ where: { id: person.id }, data: { email: "moved@etude.test", emailKey: "moved@etude.test" } });
  expect((await shop.as(person).query("{ prices { trialDays } }")).data.prices).toEqual([{ trialDays: null }, { trialDays: null }]);
  await shop.opensCheckout(person);
  expect((await attemptsOf(person.id)).at(-1)).toMatchObject({ status: "OPEN", trialDays: null });
});

test("a trial asks for a card, by which a second one would be known; without a trial Stripe offers what it is set up for", async () => {
  const [fresh, payer] = [await shop.world.aLearner(), await shop.aPayer()];
  await shop.opensCheckout(fresh);
  await shop.opensCheckout(payer);
  const typesFor = async (person: Parameters<Shop["as"]>[0]) => (await pagesAtStripe((await shop.customerOf(person)).stripeId))[0]?.allowed_payment_method_types;
  expect([await typesFor(fresh), await typesFor(payer)]).toEqual([["card"], null]);
});

test("an address that isn't confirmed buys nothing", async () => {
  const person = await shop.world.aLearner({ verified: false });
  expect(await shop.asksFor(person)).toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
  expect(await attemptsOf(person.id)).toEqual([]);
});

test("what isn't sold can't be bought: another price, another currency, a price that was taken off", async () => {
  const person = await shop.world.aLearner();
  const buy = (priceId: string, currency?: string) => shop.as(person).query("mutation($priceId: ID!, $currency: String) { createCheckoutSession(priceId: $priceId, currency: $currency) { url } }", { priceId, currency });
  expect(await buy("price_nothing")).toMatchObject({ code: "NOT_FOUND" });
  expect(await buy(await shop.priceId(), "chf")).toMatchObject({ code: "BAD_USER_INPUT", field: "currency" });
  const { product } = await shop.stripe.prices.retrieve(await shop.priceId());
  const other = await shop.stripe.prices.create({ product: String(product), currency: "eur", unit_amount: 1, recurring: { interval: "month" } });
  expect(await buy(other.id)).toMatchObject({ code: "NOT_FOUND" });
  expect(await shop.world.db.billingCustomer.count({ where: { userId: person.id } })).toBe(0);
});

test("a customer deleted at Stripe makes way for a new one, and its page is closed", async () => {
  const person = await shop.aPayer();
  const first = await shop.opensCheckout(person);
  const old = await shop.customerOf(person);
  shop.world.clock.forward(minutes(1));
  await shop.stripe.customers.del(old.stripeId);
  const second = await shop.opensCheckout(person);
  const now = await shop.customerOf(person);
  expect(second).not.toBe(first);
  expect(now.stripeId).not.toBe(old.stripeId);
  expect((await attemptsOf(person.id)).map(({ status }) => status)).toEqual(["EXPIRED", "OPEN"]);
  await shop.pays(second);
  await shop.deliver();
  expect((await planOf(person)).plan).toBe("PREMIUM");
});

test("a declined card leaves the page open for another one", async () => {
  const person = await shop.aPayer();
  const url = await shop.opensCheckout(person);
  await expect(shop.pays(url, CARD.isDeclined)).rejects.toThrow("declined");
  expect(await shop.opensCheckout(person)).toBe(url);
  await shop.pays(url, CARD.asksFirst);
  await shop.deliver();
  expect((await planOf(person)).plan).toBe("PREMIUM");
});
