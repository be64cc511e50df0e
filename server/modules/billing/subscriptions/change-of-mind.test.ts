import { days, seconds } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { openShop, type Shop } from "../../../testing/billing";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterEach(() => shop.fails({ mode: "none" }));
afterAll(() => shop.close());

const FIELDS = "{ id plan status interval cancelAtPeriodEnd currentPeriodEnd accessUntil nextPaymentAt nextPaymentAmount endedAt }";
const cancel = (person: Person, reason?: string) => shop.as(person).query(`mutation($reason: String) { cancelSubscription(reason: $reason) ${FIELDS} }`, { reason });
const resume = (person: Person) => shop.as(person).query(`mutation { resumeSubscription ${FIELDS} }`);
const mine = async (person: Person) => (await shop.as(person).query(`{ me { plan subscription ${FIELDS} } }`)).data.me;

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

test("one whose payment is missing can be cancelled too, and what was missing is not paid by it", async () => {
  const person = await aMember();
  const { stripeId } = await shop.customerOf(person);
  const [subscription] = (await shop.stripe.subscriptions.list({ customer: stripeId })).data;
  const failing = await shop.stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: stripeId });
  await shop.stripe.subscriptions.update(subscription?.id ?? "", { default_payment_method: failing.id });
  shop.world.clock.forward(days(33));
  await shop.deliver();
  expect((await cancel(person)).data.cancelSubscription).toMatchObject({ status: "PAST_DUE", cancelAtPeriodEnd: true, nextPaymentAt: null });
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
