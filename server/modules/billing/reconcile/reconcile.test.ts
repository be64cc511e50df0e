import { aCheckout } from "../../../../sandbox/stripe/pages/testing";
import { type PaymentsPort, PaymentsUnavailable, UnknownCustomer } from "../../../gateways/payments/port";
import { days, hours, minutes } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import type { Person } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { openShop, type Shop } from "../../../testing/billing";
import { redeemTrial } from "../trials/trial-marks";
import { checkBilling } from "./check-billing";
import { reconcile } from "./reconcile";

jest.setTimeout(60_000);

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
  await shop.pays((await aCheckout(shop.stripe)).url); // Whatever is called first takes longer than a person would wait; and this customer is nobody's.
});
afterEach(() => shop.close());

let made = 0;
/** Somebody who has had their trial: a second one on the same card would be ended by itself. */
const aBuyer = async () => {
  const person = await shop.world.aLearner({ email: `buyer-${++made}@etude.test` });
  await redeemTrial(shop.world.context(), { subscriptionId: "sub_before", emailKey: person.email, card: null });
  return person;
};
const aMember = async () => {
  const person = await aBuyer();
  await shop.buys(person);
  return person;
};
const paysUnheard = async (person: Person) => shop.pays(await shop.opensCheckout(person));
const subscriptionOf = async (person: Person) => shop.world.db.subscription.findFirstOrThrow({ where: { userId: person.id } });
const planOf = async (person: Person) => (await shop.as(person).query("{ me { plan } }")).data.me.plan as string;
const broken = async () => (await checkBilling(shop.world.context())).filter(({ isBroken }) => isBroken).map(({ name }) => name);
/** A context whose gateway to Stripe differs in some calls. */
const withPayments = (change: (real: PaymentsPort) => Partial<PaymentsPort>): Context => {
  const ctx = shop.world.context();
  return { ...ctx, gateways: { ...ctx.gateways, payments: { ...ctx.gateways.payments, ...change(ctx.gateways.payments) } } };
};

test("a week in which no webhook came is made good in one run: what was bought, cancelled, refunded and renewed", async () => {
  const [buyer, leaver, refunded, renewed] = [await aBuyer(), await aMember(), await aMember(), await aMember()];
  await paysUnheard(buyer);
  await shop.stripe.subscriptions.cancel((await subscriptionOf(leaver)).stripeId);
  shop.world.clock.forward(days(33));
  await shop.sandbox.settled();
  const { data } = await shop.stripe.charges.list({ customer: (await shop.customerOf(refunded)).stripeId });
  await shop.stripe.refunds.create({ charge: data[0]?.id });
  await shop.sandbox.settled();
  shop.held.splice(0); // Nobody delivers these any more.

  await reconcile(shop.world.context());
  await shop.world.drain();
  expect([await planOf(buyer), await planOf(leaver), await planOf(refunded), await planOf(renewed)]).toEqual(["PREMIUM", "FREE", "FREE", "PREMIUM"]);
  expect(await shop.world.db.invoice.count({ where: { userId: renewed.id, status: "paid" } })).toBe(2);
  expect(await broken()).toEqual([]);
  expect(await auditTrail(shop.world, "billing.reconciled")).toHaveLength(1);
});

test("a second run changes nothing, and sends no mail again", async () => {
  const person = await aBuyer();
  await paysUnheard(person);
  await reconcile(shop.world.context());
  await shop.world.drain();
  const state = async () => JSON.stringify([await shop.world.db.subscription.findMany({ omit: { updatedAt: true } }), await shop.world.db.ledgerEntry.findMany(), await shop.world.db.entitlement.findMany({ omit: { updatedAt: true } })]);
  const [before, mails] = [await state(), shop.world.mail.all().length];
  expect(mails).toBeGreaterThan(0);
  await reconcile(shop.world.context());
  await shop.world.drain();
  expect([await state(), shop.world.mail.all().length]).toEqual([before, mails]);
});

test("one customer that fails stops none of the others, and is looked at again by a job of its own, without walking all of them once more", async () => {
  const people = [await aBuyer(), await aBuyer(), await aBuyer()];
  for (const person of people) await paysUnheard(person);
  const [first] = people as [Person, ...Person[]];
  const { stripeId } = await shop.customerOf(first);
  const failing = withPayments((real) => ({ customerTruth: (id) => (id === stripeId ? Promise.reject(new Error("broken")) : real.customerTruth(id)) }));
  expect(await reconcile(failing)).toEqual({ failedCustomers: [stripeId] });
  expect(await Promise.all(people.map(planOf))).toEqual(["FREE", "PREMIUM", "PREMIUM"]);
  expect((await shop.world.db.auditEntry.findFirst({ where: { action: "billing.reconciled" } }))?.metadata).toMatchObject({ customers: 2, failures: 1 });
  shop.held.splice(0); // Nobody delivers these.
  await shop.world.drain();
  expect(await planOf(first)).toBe("PREMIUM");
});

test("a customer that Stripe does not know is told, and left to people: no job asks for it again and again", async () => {
  const person = await aMember();
  const { stripeId } = await shop.customerOf(person);
  const unknowing = withPayments((real) => ({ customerTruth: (id) => (id === stripeId ? Promise.reject(new UnknownCustomer(id)) : real.customerTruth(id)) }));
  expect(await reconcile(unknowing)).toEqual({ failedCustomers: [stripeId] });
  expect(await shop.world.db.$queryRaw`select 1 from graphile_worker.jobs`).toEqual([]);
});

test("stopped in the middle, it is done by the next run", async () => {
  const people = [await aBuyer(), await aBuyer()];
  for (const person of people) await paysUnheard(person);
  const stopped = withPayments((real) => ({
    async *customersWithSubscriptions() {
      for await (const id of real.customersWithSubscriptions()) {
        yield id;
        throw new Error("the line was cut");
      }
    },
  }));
  await expect(reconcile(stopped)).rejects.toThrow("customers with subscriptions");
  await reconcile(shop.world.context());
  expect(await Promise.all(people.map(planOf))).toEqual(["PREMIUM", "PREMIUM"]);
});

test("while Stripe is down it gives up before it has asked for everybody", async () => {
  const customers = Array.from({ length: 100 }, (_, index) => ({ stripeId: `cus_${index}`, livemode: false, createdAt: shop.world.clock.now() }));
  await shop.world.db.billingCustomer.createMany({ data: customers });
  let asked = 0;
  const unavailable = () => Promise.reject(new PaymentsUnavailable(`down ${++asked}`));
  const down = withPayments(() => ({ cataloguePrices: unavailable, customerTruth: unavailable, undeliveredEvents: unavailable }));
  await expect(reconcile(down)).rejects.toBeInstanceOf(PaymentsUnavailable);
  expect(asked).toBeLessThan(20);
});

test("a customer without a subscription is compared once a day", async () => {
  const person = await aBuyer();
  await shop.opensCheckout(person);
  const { stripeId } = await shop.customerOf(person);
  const syncedAt = async () => (await shop.world.db.billingCustomer.findUniqueOrThrow({ where: { stripeId } })).syncedAt?.getTime();
  await reconcile(shop.world.context());
  const before = shop.world.clock.now().getTime();
  shop.world.clock.forward(hours(23));
  await reconcile(shop.world.context());
  expect(await syncedAt()).toBe(before);
  shop.world.clock.forward(hours(2));
  await reconcile(shop.world.context());
  expect(await syncedAt()).toBe(shop.world.clock.now().getTime());
});

test("events that Stripe could not deliver are stored as any other, once", async () => {
  const person = await aBuyer();
  await paysUnheard(person);
  const event = { eventId: "evt_undelivered", type: "invoice.paid", createdAt: shop.world.clock.now(), apiVersion: null, knownVersion: true, customerId: (await shop.customerOf(person)).stripeId, userId: null, objectId: null, chargeId: null };
  let since: Date | undefined;
  const ctx = withPayments(() => ({ undeliveredEvents: async (instant) => ((since = instant), [event]) }));
  await reconcile(ctx);
  expect(since).toEqual(new Date(shop.world.clock.now().getTime() - days(30)));
  expect(await shop.world.db.webhookEvent.findMany({ where: { stripeId: event.eventId } })).toMatchObject([{ status: "PENDING" }]);
  await shop.world.drain();
  await reconcile(ctx);
  await shop.world.drain();
  expect(await shop.world.db.webhookEvent.findMany({ where: { stripeId: event.eventId } })).toMatchObject([{ status: "PROCESSED", attempts: 1 }]);
});

test("checkouts whose time is over are settled by what became of their page", async () => {
  const [paid, left, begun, recent] = [await aBuyer(), await aBuyer(), await aBuyer(), await aBuyer()];
  await paysUnheard(paid);
  await shop.opensCheckout(left);
  const now = shop.world.clock.now();
  await shop.world.db.checkoutAttempt.create({ data: { userId: begun.id, priceId: "price", status: "STARTED", createdAt: now, expiresAt: now } });
  shop.world.clock.forward(minutes(61));
  await shop.opensCheckout(recent);
  shop.held.splice(0);
  await reconcile(shop.world.context());
  const statuses = await Promise.all([paid, left, begun, recent].map(async ({ id }) => (await shop.world.db.checkoutAttempt.findFirstOrThrow({ where: { userId: id } })).status));
  expect(statuses).toEqual(["COMPLETE", "EXPIRED", "FAILED", "OPEN"]);
});

test("what is sold is fetched anew", async () => {
  await shop.world.db.cataloguePrice.deleteMany();
  await reconcile(shop.world.context());
  expect((await shop.world.nobody().query("{ prices { interval } }")).data.prices).toHaveLength(2);
});
