import { refusedBecause } from "../../../../sandbox/testing";
import { refusalIn } from "../../../app/format-error";
import { CardDeclined, PaymentsUnavailable } from "../../../gateways/payments/port";
import { days, minutes, seconds } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { openShop, type Shop } from "../../../testing/billing";
import { changeSubscriptionPrice } from "./change-subscription-price";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterEach(async () => {
  shop.sandbox.interpose(() => null);
  await shop.fails({ mode: "none" });
});
afterAll(() => shop.close());

const CHANGE = "mutation($priceId: ID!, $prorationDate: DateTime) { changeSubscriptionPrice(priceId: $priceId, prorationDate: $prorationDate) { interval unitAmount currency nextPaymentAmount hasPendingUpdate payUrl price { id unitAmount } } }";
const PREVIEW = "query($priceId: ID!) { previewPriceChange(priceId: $priceId) { currency amountDue lines { description amount } nextPaymentAt nextPaymentAmount prorationDate } }";

const change = (person: Person, priceId: string, prorationDate?: Date | string) => shop.as(person).query(CHANGE, { priceId, prorationDate });
const preview = (person: Person, priceId: string) => shop.as(person).query(PREVIEW, { priceId });
const invoicesOf = async (person: Person) => (await shop.as(person).query("{ me { invoices { edges { node { amountPaid status } } } } }")).data.me.invoices.edges.map(({ node }: { node: object }) => node);

const aMember = async (currency?: string) => {
  const person = await shop.aPayer();
  await shop.buys(person, { currency });
  return person;
};

test("a change costs what its preview said, also some minutes later, and asked for twice it is charged once", async () => {
  const person = await aMember();
  const year = await shop.priceId("premium_year");
  shop.world.clock.forward(days(10));
  const { data } = await preview(person, year);
  const { amountDue, lines, prorationDate, currency, nextPaymentAmount } = data.previewPriceChange;
  expect({ currency, nextPaymentAmount, sum: lines.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0) }).toEqual({ currency: "eur", nextPaymentAmount: 9600, sum: amountDue });
  expect(await invoicesOf(person)).toHaveLength(1);

  shop.world.clock.forward(minutes(20));
  const answers = await Promise.all([change(person, year, prorationDate), change(person, year, prorationDate)]);
  expect(answers.map(({ code }) => code).filter((code) => code !== "CONFLICT")).toContain(null);
  await shop.deliver();
  expect(await invoicesOf(person)).toEqual([{ amountPaid: amountDue, status: "PAID" }, { amountPaid: 1200, status: "PAID" }]);
  const { data: mine } = await shop.as(person).query("{ me { subscription { interval unitAmount price { id } } } }");
  expect(mine.me.subscription).toEqual({ interval: "YEAR", unitAmount: 9600, price: { id: year } });
  expect((await auditTrail(shop.world, "billing.subscription.change_requested", person.id)).length).toBeGreaterThan(0);
});

test("a change keeps to the currency that was bought in", async () => {
  const person = await aMember("usd");
  const { data } = await change(person, await shop.priceId("premium_year"));
  expect(data.changeSubscriptionPrice).toMatchObject({ currency: "usd", unitAmount: 10_400, nextPaymentAmount: 10_400, price: { unitAmount: 10_400 } });
});

test("to the same price is a conflict, to one that isn't sold there is none such, and neither asks for money", async () => {
  const person = await aMember();
  for (const ask of [change, preview]) {
    expect(await ask(person, await shop.priceId())).toMatchObject({ code: "CONFLICT" });
    expect(await ask(person, "price_nothing")).toMatchObject({ code: "NOT_FOUND" });
  }
  expect(await invoicesOf(person)).toHaveLength(1);
});

test("a price that was reckoned too long ago, or for a time to come, is no promise", async () => {
  const person = await aMember();
  const year = await shop.priceId("premium_year");
  shop.world.clock.forward(days(1));
  const now = shop.world.clock.now().getTime();
  for (const at of [now - minutes(30) - 1000, now + 1000, 0]) expect(await change(person, year, new Date(at))).toMatchObject({ code: "BAD_USER_INPUT", field: "prorationDate" });
  expect((await change(person, year, new Date(now - minutes(29)))).errors).toEqual([]);
});

test("what is cancelled is resumed first, and changed then", async () => {
  const person = await aMember();
  const year = await shop.priceId("premium_year");
  await shop.as(person).query("mutation { cancelSubscription { id } }");
  for (const ask of [change, preview]) expect(await ask(person, year)).toMatchObject({ code: "CONFLICT" });
  await shop.as(person).query("mutation { resumeSubscription { id } }");
  expect((await change(person, year)).data.changeSubscriptionPrice.interval).toBe("YEAR");
});

test("in a trial the price changes without a charge", async () => {
  const person = await shop.world.aLearner();
  await shop.buys(person);
  const year = await shop.priceId("premium_year");
  const { currentPeriodEnd: trialEnd } = await shop.world.db.subscription.findFirstOrThrow({ where: { userId: person.id } });
  expect((await preview(person, year)).data.previewPriceChange).toMatchObject({ amountDue: 0, lines: [], nextPaymentAt: trialEnd?.toISOString(), nextPaymentAmount: 9600 });
  expect((await change(person, year)).data.changeSubscriptionPrice).toMatchObject({ interval: "YEAR", nextPaymentAmount: 9600 });
  const paid = (await invoicesOf(person)).reduce((sum: number, { amountPaid }: { amountPaid: number }) => sum + amountPaid, 0);
  expect(paid).toBe(0);
});

test("where the card doesn't pay the old price stays, and the change takes effect when it is paid", async () => {
  const person = await aMember();
  const { stripeId } = await shop.customerOf(person);
  const [subscription] = (await shop.stripe.subscriptions.list({ customer: stripeId })).data;
  const failing = await shop.stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: stripeId });
  await shop.stripe.subscriptions.update(subscription?.id ?? "", { default_payment_method: failing.id });
  const year = await shop.priceId("premium_year");
  const { data } = await change(person, year);
  expect(data.changeSubscriptionPrice).toMatchObject({ interval: "MONTH", hasPendingUpdate: true, payUrl: expect.stringContaining("http") });
  const again = await change(person, year);
  expect(again).toMatchObject({ code: "CONFLICT", errors: [{ extensions: { payUrl: data.changeSubscriptionPrice.payUrl } }] });

  await shop.pays(data.changeSubscriptionPrice.payUrl);
  await shop.deliver();
  expect((await shop.as(person).query("{ me { plan subscription { interval hasPendingUpdate payUrl } } }")).data.me).toEqual({ plan: "PREMIUM", subscription: { interval: "YEAR", hasPendingUpdate: false, payUrl: null } });
});

test("a card that is refused is told in the bank's words, and changes nothing", async () => {
  const person = await aMember();
  const ctx = shop.contextOf(person);
  const refusing = { ...ctx.gateways.payments, changePrice: () => Promise.reject(new CardDeclined("Your card has insufficient funds.")) };
  const payments = { ...refusing, within: () => refusing };
  const asked = changeSubscriptionPrice({ ...ctx, gateways: { ...ctx.gateways, payments } }, { priceId: await shop.priceId("premium_year"), prorationDate: null });
  await expect(asked).rejects.toMatchObject({ code: "CONFLICT", message: "Your card has insufficient funds." });
  expect((await shop.as(person).query("{ me { subscription { interval } } }")).data.me.subscription.interval).toBe("MONTH");
});

test("with a Stripe that answers 500 nothing changes, which is said in time, and a minute later it works", async () => {
  const person = await aMember();
  const year = await shop.priceId("premium_year");
  const { data } = await preview(person, year);
  const { prorationDate } = data.previewPriceChange;
  const [subscription] = (await shop.stripe.subscriptions.list({ customer: (await shop.customerOf(person)).stripeId })).data;
  await shop.fails({ mode: "500", count: 100, path: `/v1/subscriptions/${subscription?.id}` });
  const began = Date.now();
  expect(await change(person, year, prorationDate)).toMatchObject({ code: "PAYMENT_PROVIDER_UNAVAILABLE" });
  expect(Date.now() - began).toBeLessThan(seconds(6));
  await shop.fails({ mode: "none" });
  shop.world.clock.forward(minutes(1));
  expect((await change(person, year, prorationDate)).data.changeSubscriptionPrice.interval).toBe("YEAR");
});

/** What Stripe has of a person's subscription. */
async function atStripe(person: Person) {
  const { stripeId, customerId } = await shop.world.db.subscription.findFirstOrThrow({ where: { userId: person.id } });
  return { subscription: stripeId, customer: customerId };
}

test.each([
  ["a discount plays in", async (person: Person) => {
    const { id: coupon } = await shop.stripe.coupons.create({ percent_off: 50, duration: "forever" });
    await shop.stripe.subscriptions.update((await atStripe(person)).subscription, { discounts: [{ coupon }] });
  }],
  ["taxes play in", async (person: Person) => shop.isTaxed((await atStripe(person)).subscription)],
  ["a balance plays in", async (person: Person) => void (await shop.stripe.customers.createBalanceTransaction((await atStripe(person)).customer, { amount: -500, currency: "eur" }))],
])("where %s the payment after a change is not guessed", async (_, plays) => {
  const person = await aMember();
  await plays(person);
  shop.world.clock.forward(days(1));
  expect((await preview(person, await shop.priceId("premium_year"))).data.previewPriceChange).toMatchObject({ nextPaymentAmount: null, nextPaymentAt: expect.any(String) });
});

test("where a change leaves something over the next payment is not the whole price", async () => {
  const person = await shop.aPayer();
  await shop.buys(person, { price: "premium_year" });
  shop.world.clock.forward(days(1));
  expect((await preview(person, await shop.priceId())).data.previewPriceChange).toMatchObject({ amountDue: 0, nextPaymentAmount: null });
});

test("a change whose answer is lost is not said to have cost nothing: the billing page shows that it went through", async () => {
  const person = await aMember();
  shop.world.clock.forward(minutes(5));
  const ctx = shop.contextOf(person);
  const { payments } = ctx.gateways;
  const losing = { ...payments, changePrice: async (...change: Parameters<typeof payments.changePrice>) => (await payments.changePrice(...change), Promise.reject(new PaymentsUnavailable("The line was cut."))) };
  const asked = changeSubscriptionPrice({ ...ctx, gateways: { ...ctx.gateways, payments: { ...losing, within: () => losing } } }, { priceId: await shop.priceId("premium_year"), prorationDate: null });
  const words = await asked.then(() => "", (error: unknown) => refusalIn(error)?.message);
  expect(words).not.toMatch(/nothing was charged/i);
  expect(words).toMatch(/Your billing page shows what has gone through/);
  expect((await shop.as(person).query("mutation { refreshSubscription { subscription { interval } } }")).data.refreshSubscription.subscription.interval).toBe("YEAR");
});

test("a click while Stripe is still busy with the same one is told as trouble that passes", async () => {
  const person = await aMember();
  const busy = { error: { type: "idempotency_error", code: "idempotency_key_in_use", message: "There is currently another in-progress request using this key." } };
  shop.sandbox.interpose(({ method, path }) => (method === "POST" && path.startsWith("/v1/subscriptions/") ? { status: 409, body: busy } : null));
  expect(await change(person, await shop.priceId("premium_year"))).toMatchObject({ code: "PAYMENT_PROVIDER_UNAVAILABLE" });
});

test("a preview that Stripe refuses is a conflict", async () => {
  const person = await aMember();
  shop.sandbox.interpose(({ path }) => (path.startsWith("/v1/invoices/create_preview") ? refusedBecause("This can't be previewed.") : null));
  expect(await preview(person, await shop.priceId("premium_year"))).toMatchObject({ code: "CONFLICT" });
});
