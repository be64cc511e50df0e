import { days } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { subjectsTo } from "../../../testing/accounts";
import { CARD, openShop, type Shop } from "../../../testing/billing";
import { checkBilling } from "../reconcile/check-billing";

jest.setTimeout(60_000);

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const planOf = async (person: Person) => (await shop.as(person).query("{ me { plan } }")).data.me.plan as string;
const subscriptionsOf = async (person: Person) => (await shop.stripe.subscriptions.list({ customer: (await shop.customerOf(person)).stripeId, status: "all" })).data;
const paymentsOf = async (person: Person) => (await shop.stripe.charges.list({ customer: (await shop.customerOf(person)).stripeId })).data;
const incidentsOf = async (person: Person) => shop.world.db.billingIncident.findMany({ where: { userId: person.id }, select: { kind: true, resolvedAt: true } });
const brokenInvariants = async () => (await checkBilling(shop.world.context())).filter(({ isBroken }) => isBroken).map(({ name }) => name);

/** A second subscription, as from a page that was open elsewhere. */
async function buysAgainBehindOurBack(person: Person): Promise<string> {
  const { stripeId: customer } = await shop.customerOf(person);
  const { data } = await shop.stripe.paymentMethods.list({ customer });
  const { id } = await shop.stripe.subscriptions.create({ customer, items: [{ price: await shop.priceId() }], default_payment_method: data[0]?.id, metadata: { userId: person.id } });
  return id;
}

test("of two subscriptions that were both paid the elder lives on, the newer is ended and given back, and one mail says so", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  shop.world.clock.forward(days(1));
  const second = await buysAgainBehindOurBack(person);
  await shop.deliver();

  const [newer, elder] = await subscriptionsOf(person);
  expect([newer?.id, newer?.status, elder?.status]).toEqual([second, "canceled", "active"]);
  expect((await paymentsOf(person)).map(({ amount_refunded }) => amount_refunded)).toEqual([1200, 0]);
  expect(await incidentsOf(person)).toEqual([{ kind: "duplicate-subscription", resolvedAt: expect.any(Date) as Date }]);
  expect(await planOf(person)).toBe("PREMIUM");
  const subjects = await subjectsTo(shop.world, person.email);
  expect(subjects.filter((subject) => /two|twice|second/i.test(subject))).toHaveLength(1);
  expect(await brokenInvariants()).toEqual([]);
});

test("ended and given back once, however often the job runs", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const second = await buysAgainBehindOurBack(person);
  await shop.deliver();
  const { endSubscription } = await import("./end-subscription");
  const unwanted = { customerId: (await shop.customerOf(person)).stripeId, subscriptionId: second, why: "duplicate" as const };
  await Promise.all([1, 2, 3].map(() => endSubscription(shop.world.context(), unwanted)));
  expect(await shop.world.db.refund.count({ where: { customerId: unwanted.customerId } })).toBe(1);
  expect(await shop.world.db.emailMessage.count({ where: { userId: person.id, key: `duplicate-ended:${second}` } })).toBe(1);
});

test("a Stripe that fails in the middle leaves the duplicate to the next try, which does what is left", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const second = await buysAgainBehindOurBack(person);
  await shop.fails({ mode: "500", count: 30, path: "/v1/refunds" });
  await shop.deliver();
  expect((await subscriptionsOf(person))[0]).toMatchObject({ id: second, status: "canceled" });
  expect(await incidentsOf(person)).toMatchObject([{ resolvedAt: null }]);
  await shop.fails({ mode: "none" });
  await shop.world.db.$executeRaw`update graphile_worker._private_jobs set run_at = now() where key = ${`end:${second}`}`;
  await shop.world.drain();
  await shop.deliver();
  expect((await paymentsOf(person)).map(({ amount_refunded }) => amount_refunded)).toEqual([1200, 0]);
  expect(await incidentsOf(person)).toMatchObject([{ resolvedAt: expect.any(Date) as Date }]);
});

test("a full refund takes premium away and ends the subscription: it is not billed again", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const [charge] = await paymentsOf(person);
  await shop.stripe.refunds.create({ charge: charge?.id });
  await shop.deliver();
  expect(await planOf(person)).toBe("FREE");
  expect((await subscriptionsOf(person))[0]?.status).toBe("canceled");
  shop.world.clock.forward(days(40));
  await shop.deliver();
  expect(await paymentsOf(person)).toHaveLength(1);
});

test("a part that is given back takes nothing away", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const [charge] = await paymentsOf(person);
  await shop.stripe.refunds.create({ charge: charge?.id, amount: 400 });
  await shop.deliver();
  expect(await planOf(person)).toBe("PREMIUM");
  expect((await subscriptionsOf(person))[0]?.status).toBe("active");
});

test("a real dispute takes premium away and ends the subscription; won, it gives the money back to the ledger, and nothing by itself", async () => {
  const person = await shop.aPayer();
  await shop.buys(person, { card: "4000 0000 0000 0259" });
  await shop.deliver();
  expect(await planOf(person)).toBe("FREE");
  expect((await subscriptionsOf(person))[0]?.status).toBe("canceled");
  const { data: disputes } = await shop.stripe.disputes.list({ charge: (await paymentsOf(person))[0]?.id });
  await shop.stripe.disputes.update(disputes[0]?.id ?? "", { evidence: { uncategorized_text: "winning_evidence" }, submit: true });
  await shop.deliver();
  const ledger = await shop.world.db.ledgerEntry.findMany({ where: { customer: { userId: person.id } }, orderBy: { amount: "asc" }, select: { kind: true, amount: true } });
  expect(ledger).toEqual([{ kind: "DISPUTE", amount: -1200 }, { kind: "PAYMENT", amount: 1200 }, { kind: "DISPUTE_REVERSAL", amount: 1200 }].sort((one, other) => one.amount - other.amount));
  expect(await planOf(person)).toBe("FREE");
});

test("a bank that only asks takes nothing away", async () => {
  const person = await shop.aPayer();
  await shop.buys(person, { card: "4000 0000 0000 1976" });
  await shop.deliver();
  expect(await planOf(person)).toBe("PREMIUM");
});

test("a second free trial on one card is ended without a charge, with a mail that says why; the first goes on", async () => {
  const [first, second] = [await shop.world.aLearner(), await shop.world.aLearner()];
  await shop.buys(first);
  expect((await subscriptionsOf(first))[0]?.status).toBe("trialing");
  await shop.buys(second);
  await shop.deliver();
  expect(await planOf(first)).toBe("PREMIUM");
  expect(await planOf(second)).toBe("FREE");
  expect((await subscriptionsOf(second))[0]?.status).toBe("canceled");
  expect(await paymentsOf(second)).toEqual([]);
  expect(await shop.world.db.emailMessage.count({ where: { userId: second.id, template: "billing-trial-refused" } })).toBe(1);
  expect(await shop.world.db.emailMessage.count({ where: { userId: second.id, template: "billing-subscribed" } })).toBeLessThanOrEqual(1);
});

test("whoever has had a trial is offered none, under whatever spelling of the mailbox, and after the account is gone", async () => {
  const person = await shop.world.aLearner({ email: "trial.farmer@gmail.com" });
  await shop.buys(person, { card: CARD.failsLater });
  await shop.world.db.user.delete({ where: { id: person.id } });
  const again = await shop.world.aLearner({ email: "TrialFarmer+2@googlemail.com" });
  expect((await shop.as(again).query("{ prices { trialDays } }")).data.prices).toEqual([{ trialDays: null }, { trialDays: null }]);
  const other = await shop.world.aLearner();
  expect((await shop.as(other).query("{ prices { trialDays } }")).data.prices).toEqual([{ trialDays: 7 }, { trialDays: 7 }]);
});

test("a subscription whose account is deleted is ended and given back", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const { stripeId: customer } = await shop.customerOf(person);
  await shop.world.db.user.delete({ where: { id: person.id } });
  const { data } = await shop.stripe.paymentMethods.list({ customer });
  await shop.stripe.subscriptions.create({ customer, items: [{ price: await shop.priceId() }], default_payment_method: data[0]?.id });
  await shop.deliver();
  expect((await shop.stripe.subscriptions.list({ customer, status: "all" })).data.map(({ status }) => status)).toEqual(["canceled", "canceled"]);
  expect((await shop.stripe.charges.list({ customer })).data.map(({ refunded }) => refunded)).toEqual([true, true]);
});
