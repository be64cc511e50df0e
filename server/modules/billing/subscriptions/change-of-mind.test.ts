import { noSuchThing, refusedBecause } from "../../../../sandbox/testing";
import { days, seconds } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { openShop, type Shop } from "../../../testing/billing";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterEach(async () => {
  shop.sandbox.interpose(() => null);
  await shop.fails({ mode: "none" });
});
afterAll(() => shop.close());

const FIELDS = "{ id plan status interval cancelAtPeriodEnd currentPeriodEnd accessUntil nextPaymentAt nextPaymentAmount endedAt }";
const cancel = (person: Person, reason?: string) => shop.as(person).query(`mutation($reason: String) { cancelSubscription(reason: $reason) ${FIELDS} }`, { reason });
const resume = (person: Person) => shop.as(person).query(`mutation { resumeSubscription ${FIELDS} }`);
const mine = async (person: Person) => (await shop.as(person).query(`{ me { plan subscription ${FIELDS} } }`)).data.me;

const subscriptionOf = (person: Person) => shop.world.db.subscription.findFirstOrThrow({ where: { userId: person.id } });

const aMember = async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  return person;
};

test("what was cancelled keeps premium until the paid period ends, and then no longer", async () => {
  const person = await aMember();
  const { data, errors } = await cancel(person, "Too little time, for now.");
  expect(errors).toEqual([]);
  const { currentPeriodEnd } = data.cancelSubscription;
  expect(data.cancelSubscription).toMatchObject({ status: "ACTIVE", cancelAtPeriodEnd: true, accessUntil: currentPeriodEnd, nextPaymentAt: null, nextPaymentAmount: null, endedAt: null });
  expect(await auditTrail(shop.world, "billing.subscription.cancel_requested", person.id)).toEqual(["billing.subscription.cancel_requested Too little time, for now."]);
  expect((await mine(person)).plan).toBe("PREMIUM");

  shop.world.clock.set(new Date(new Date(currentPeriodEnd).getTime() - 1));
  expect((await mine(person)).plan).toBe("PREMIUM");
  shop.world.clock.set(new Date(currentPeriodEnd));
  expect((await mine(person)).plan).toBe("FREE");
  await shop.deliver();
  expect(await mine(person)).toMatchObject({ plan: "FREE", subscription: { status: "CANCELED", endedAt: currentPeriodEnd } });
});

test("cancelling twice is once, also at the same moment", async () => {
  const person = await aMember();
  const answers = await Promise.all([cancel(person), cancel(person), cancel(person)]);
  expect(answers.map(({ data }) => data?.cancelSubscription.cancelAtPeriodEnd)).toEqual([true, true, true]);
  expect((await cancel(person, "again")).data.cancelSubscription.cancelAtPeriodEnd).toBe(true);
  expect(await auditTrail(shop.world, "billing.subscription.cancel_requested", person.id)).not.toContain("billing.subscription.cancel_requested again");
});

test("a cancellation is taken back, and resuming twice is once", async () => {
  const person = await aMember();
  const before = (await mine(person)).subscription;
  await cancel(person);
  expect((await resume(person)).data.resumeSubscription).toEqual(before);
  expect((await resume(person)).data.resumeSubscription).toEqual(before);
  expect(await auditTrail(shop.world, "billing.subscription.resume_requested", person.id)).toHaveLength(1);
});

test("a cancellation by date, as the portal may set one, is taken back too", async () => {
  const person = await aMember();
  const [subscription] = (await shop.stripe.subscriptions.list({ customer: (await shop.customerOf(person)).stripeId })).data;
  await shop.stripe.subscriptions.update(subscription?.id ?? "", { cancel_at: Math.floor(shop.world.clock.now().getTime() / 1000) + days(3) / 1000 });
  expect((await cancel(person)).data.cancelSubscription).toMatchObject({ nextPaymentAt: null });
  expect((await resume(person)).data.resumeSubscription).toMatchObject({ cancelAtPeriodEnd: false, nextPaymentAmount: 1200 });
});

test("a cancellation by a date far ahead, as somebody at Stripe may set one, is brought forward to the end of what is paid", async () => {
  const person = await aMember();
  const { stripeId } = await subscriptionOf(person);
  await shop.stripe.subscriptions.update(stripeId, { cancel_at: Math.floor(shop.world.clock.now().getTime() / 1000) + days(200) / 1000 });
  await shop.deliver();
  expect((await mine(person)).subscription).toMatchObject({ cancelAtPeriodEnd: false, nextPaymentAmount: 1200 });
  const { currentPeriodEnd, ...cancelled } = (await cancel(person)).data.cancelSubscription;
  expect(cancelled).toMatchObject({ cancelAtPeriodEnd: true, accessUntil: currentPeriodEnd, nextPaymentAt: null });
  expect((await resume(person)).data.resumeSubscription).toMatchObject({ cancelAtPeriodEnd: false, nextPaymentAmount: 1200 });
});

test("after the end there is nothing to cancel or to resume", async () => {
  const person = await aMember();
  await cancel(person);
  shop.world.clock.forward(days(32));
  expect(await resume(person)).toMatchObject({ code: "NO_SUBSCRIPTION" });
  expect(await cancel(person)).toMatchObject({ code: "NO_SUBSCRIPTION" });
  expect(await mine(person)).toMatchObject({ plan: "FREE", subscription: { status: "CANCELED" } });
});

test("a reason has 500 characters at most", async () => {
  const person = await aMember();
  expect(await cancel(person, "a".repeat(501))).toMatchObject({ code: "BAD_USER_INPUT", field: "reason" });
  expect((await cancel(person, "🎹".repeat(500))).data.cancelSubscription.cancelAtPeriodEnd).toBe(true);
});

/** Somebody whose renewal the card did not pay. */
async function aDebtor(): Promise<Person> {
  const person = await aMember();
  const { stripeId, customerId: customer } = await subscriptionOf(person);
  const failing = await shop.stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await shop.stripe.subscriptions.update(stripeId, { default_payment_method: failing.id });
  shop.world.clock.forward(days(33));
  await shop.deliver();
  return person;
}

test("one whose payment is missing ends at once when it is cancelled, and what is missing is never charged, whatever card is there later", async () => {
  const person = await aDebtor();
  const { stripeId, customerId: customer } = await subscriptionOf(person);
  expect(await mine(person)).toMatchObject({ plan: "PREMIUM", subscription: { status: "PAST_DUE" } });
  expect((await cancel(person)).data.cancelSubscription).toMatchObject({ status: "CANCELED", nextPaymentAt: null, accessUntil: null, endedAt: shop.world.clock.now().toISOString() });
  expect((await mine(person)).plan).toBe("FREE");
  expect((await shop.as(person).query("{ me { subscription { payUrl } } }")).data.me.subscription.payUrl).toBeNull();
  expect((await shop.stripe.subscriptions.retrieve(stripeId)).status).toBe("canceled");
  expect((await shop.stripe.invoices.list({ customer })).data.map(({ status }) => status)).toEqual(["void", "paid"]);

  const good = await shop.stripe.paymentMethods.attach("pm_card_visa", { customer });
  await shop.stripe.customers.update(customer, { invoice_settings: { default_payment_method: good.id } });
  shop.world.clock.forward(days(10));
  await shop.deliver();
  const charged = (await shop.stripe.charges.list({ customer })).data.filter(({ status }) => status === "succeeded");
  expect(charged.map(({ amount }) => amount)).toEqual([1200]);
});

test("one that would have ended anyway is ended at once too, when its payment is missing", async () => {
  const person = await aDebtor();
  await shop.stripe.subscriptions.update((await subscriptionOf(person)).stripeId, { cancel_at_period_end: true });
  expect((await cancel(person)).data.cancelSubscription).toMatchObject({ status: "CANCELED" });
});

test("one that Stripe keeps alive is not said to have ended: the person hears of it, and nothing is changed", async () => {
  const person = await aDebtor();
  shop.sandbox.interpose(({ method }) => (method === "DELETE" ? refusedBecause("The subscription is managed by a schedule, and can't be canceled directly.") : null));
  expect(await cancel(person)).toMatchObject({ code: "CONFLICT" });
  expect((await mine(person)).subscription.status).toBe("PAST_DUE");
});

const SHARED = "A canceled subscription can only update its cancellation_details and metadata.";
const ACTS: [string, string][] = [
  ["cancelled", "mutation { cancelSubscription { id } }"],
  ["changed", "mutation($year: ID!) { changeSubscriptionPrice(priceId: $year) { id } }"],
];

describe.each(ACTS)("what ends at the very moment that it is %s", (_, document) => {
  const acts = async (person: Person) => shop.as(person).query(document, { year: await shop.priceId("premium_year") });
  const isAsked = ({ method, path }: { method: string; path: string }) => method === "POST" && path.startsWith("/v1/subscriptions/");

  test("is no subscription any more", async () => {
    const person = await aMember();
    const { stripeId } = await subscriptionOf(person);
    let ended = false;
    shop.sandbox.interpose(async (call) => {
      if (isAsked(call) && !ended) await shop.stripe.subscriptions.cancel(stripeId).then(() => (ended = true));
      return null;
    });
    expect(await acts(person)).toMatchObject({ code: "NO_SUBSCRIPTION" });
  });

  test("is told as having changed, where Stripe refuses and it lives on", async () => {
    const person = await aMember();
    shop.sandbox.interpose((call) => (isAsked(call) ? refusedBecause(SHARED) : null));
    expect(await acts(person)).toMatchObject({ code: "CONFLICT" });
  });
});

test("what ends at the very moment that it is resumed is no subscription any more, and one that Stripe does not find has changed", async () => {
  const person = await aMember();
  await cancel(person);
  shop.sandbox.interpose(({ method, path }) => (method === "POST" && path.startsWith("/v1/subscriptions/") ? noSuchThing("No such subscription") : null));
  expect(await resume(person)).toMatchObject({ code: "CONFLICT" });
  const { stripeId } = await subscriptionOf(person);
  let ended = false;
  shop.sandbox.interpose(async ({ method, path }) => {
    if (method === "POST" && path.startsWith("/v1/subscriptions/") && !ended) await shop.stripe.subscriptions.cancel(stripeId).then(() => (ended = true));
    return null;
  });
  expect(await resume(person)).toMatchObject({ code: "NO_SUBSCRIPTION" });
});

test.each(["500", "hang", "reset"] as const)("with a Stripe that answers with %s nothing is cancelled, which is said within six seconds, and the next try works", async (mode) => {
  const person = await aMember();
  await shop.fails({ mode, count: 100, path: "/v1/subscriptions" });
  const began = Date.now();
  expect(await cancel(person)).toMatchObject({ code: "PAYMENT_PROVIDER_UNAVAILABLE" });
  expect(Date.now() - began).toBeLessThan(seconds(6));
  expect((await mine(person)).subscription.cancelAtPeriodEnd).toBe(false);
  await shop.fails({ mode: "none" });
  expect((await cancel(person)).data.cancelSubscription.cancelAtPeriodEnd).toBe(true);
});
