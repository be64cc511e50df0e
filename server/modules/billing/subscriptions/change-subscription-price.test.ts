import { CardDeclined } from "../../../gateways/payments/port";
import { days, minutes, seconds } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { openShop, type Shop } from "../../../testing/billing";
import { changeSubscriptionPrice } from "./change-subscription-price";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterEach(() => shop.fails({ mode: "none" }));
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
  expect((await preview(person, year)).data.previewPriceChange).toMatchObject({ amountDue: 0 });
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
