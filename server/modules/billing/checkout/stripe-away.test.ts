import { type PaymentsPort, PaymentsUnavailable } from "../../../gateways/payments/port";
import { minutes, seconds } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { openShop, type Shop } from "../../../testing/billing";
import { createCheckoutSession } from "./create-checkout-session";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.world.nobody().query("{ prices { id } }");
});
afterEach(() => shop.fails({ mode: "none" }));
afterAll(() => shop.close());

const attemptsOf = (person: Person) => shop.world.db.checkoutAttempt.findMany({ where: { userId: person.id }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

/** What is at Stripe of a person, whatever we know of it. */
async function atStripe({ email }: Person) {
  const { data: customers } = await shop.stripe.customers.list({ email });
  const pages = await Promise.all(customers.map(async ({ id }) => (await shop.stripe.checkout.sessions.list({ customer: id })).data));
  return { customers: customers.length, pages: pages.flat().length };
}

describe.each(["/v1/customers", "/v1/checkout/sessions"])("when %s", (path) => {
  test.each(["500", "429", "html", "hang", "reset"] as const)("answers with %s, the caller hears so within six seconds, nothing is half done, and the next try works", async (mode) => {
    const person = await shop.world.aLearner();
    await shop.fails({ mode, count: 100, path });
    const began = Date.now();
    expect(await shop.asksFor(person)).toMatchObject({ code: "PAYMENT_PROVIDER_UNAVAILABLE" });
    expect(Date.now() - began).toBeLessThan(seconds(6));
    await shop.fails({ mode: "none" });
    expect(await atStripe(person)).toMatchObject({ pages: 0 });
    expect((await attemptsOf(person)).filter(({ status, url }) => status === "OPEN" || url)).toEqual([]);

    shop.world.clock.forward(seconds(10));
    const url = await shop.opensCheckout(person);
    expect(await atStripe(person)).toEqual({ customers: 1, pages: 1 });
    expect((await attemptsOf(person)).filter(({ status }) => status !== "FAILED")).toMatchObject([{ status: "OPEN", url }]);
  });
});

/** Asks for a page that comes to be, but of which no answer arrives. */
async function losesTheAnswer(person: Person): Promise<void> {
  const ctx = shop.contextOf(person);
  const { payments } = ctx.gateways;
  const losing: PaymentsPort = {
    ...payments,
    within: () => losing,
    openCheckout: async (checkout) => {
      await payments.openCheckout(checkout);
      throw new PaymentsUnavailable("The line was cut.");
    },
  };
  const asked = createCheckoutSession({ ...ctx, gateways: { ...ctx.gateways, payments: losing } }, { priceId: await shop.priceId(), currency: null });
  await expect(asked).rejects.toThrow(PaymentsUnavailable);
}

test("an answer that is lost once is asked for again at once, and is the same page", async () => {
  const person = await shop.world.aLearner();
  await shop.fails({ mode: "lost", path: "/v1/checkout/sessions" });
  await shop.opensCheckout(person);
  expect(await atStripe(person)).toEqual({ customers: 1, pages: 1 });
});

test("a page whose answer was lost is the one that the next try leads to", async () => {
  const person = await shop.world.aLearner();
  await losesTheAnswer(person);
  expect(await atStripe(person)).toEqual({ customers: 1, pages: 1 });
  await shop.opensCheckout(person);
  expect(await atStripe(person)).toEqual({ customers: 1, pages: 1 });
  expect(await attemptsOf(person)).toMatchObject([{ status: "OPEN" }]);
});

test("a page whose answer was lost is closed when another price is wanted then", async () => {
  const person = await shop.world.aLearner();
  await losesTheAnswer(person);
  const url = await shop.opensCheckout(person, { price: "premium_year" });
  const { data: pages } = await shop.stripe.checkout.sessions.list({ customer: (await shop.customerOf(person)).stripeId });
  expect(pages.map(({ url, status }) => [url, status])).toEqual([[url, "open"], [null, "expired"]]);
});

/** As a process leaves it that dies before it has asked Stripe. */
const begins = async (person: Person) =>
  shop.world.db.checkoutAttempt.create({ data: { userId: person.id, priceId: await shop.priceId(), trialDays: 7, status: "STARTED", createdAt: shop.world.clock.now(), expiresAt: new Date(shop.world.clock.now().getTime() + minutes(60)) } });

test("an attempt that a crash left begun is taken up, and not begun again", async () => {
  const person = await shop.world.aLearner();
  const { id } = await begins(person);
  shop.world.clock.forward(minutes(5));
  await shop.opensCheckout(person);
  expect(await attemptsOf(person)).toMatchObject([{ id, status: "OPEN" }]);
  const { data: pages } = await shop.stripe.checkout.sessions.list({ customer: (await shop.customerOf(person)).stripeId });
  expect(pages.map(({ metadata }) => metadata?.attemptId)).toEqual([id]);
});

test.each([40, 70])("an attempt that a crash left begun %d minutes ago has failed, and another one begins", async (age) => {
  const person = await shop.world.aLearner();
  const { id } = await begins(person);
  shop.world.clock.forward(minutes(age));
  await shop.opensCheckout(person);
  expect(await attemptsOf(person)).toMatchObject([{ id, status: "FAILED" }, { status: "OPEN" }]);
});

test("a checkout that Stripe refuses has failed, and stands in nobody's way", async () => {
  const person = await shop.world.aLearner();
  const price = await shop.stripe.prices.retrieve(await shop.priceId());
  await shop.stripe.prices.update(price.id, { active: false });
  expect(await shop.asksFor(person)).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
  expect(await attemptsOf(person)).toMatchObject([{ status: "FAILED" }]);
  await shop.stripe.prices.update(price.id, { active: true });
  await shop.opensCheckout(person);
});
