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
async function buysAgainBehindOurBack(person: Person, attemptId: string | null = "elsewhere"): Promise<string> {
  const { stripeId: customer } = await shop.customerOf(person);
  const { data } = await shop.stripe.paymentMethods.list({ customer });
  const { id } = await shop.stripe.subscriptions.create({ customer, items: [{ price: await shop.priceId() }], default_payment_method: data[0]?.id, metadata: { userId: person.id, ...(attemptId && { attemptId }) } });
  return id;
}

/** From now on the card takes no payment. */
async function cardFails(person: Person): Promise<void> {
  const { stripeId: customer } = await shop.customerOf(person);
  const { id: card } = await shop.stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await shop.stripe.customers.update(customer, { invoice_settings: { default_payment_method: card } });
  for (const { id } of await subscriptionsOf(person)) await shop.stripe.subscriptions.update(id, { default_payment_method: card });
}

/** Somebody who has paid a month, and whose card failed at the next. */
async function aDebtor(): Promise<Person> {
  const person = await shop.aPayer();
  await shop.buys(person);
  await cardFails(person);
  shop.world.clock.forward(days(32));
  await shop.deliver();
  return person;
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
  shop.world.clock.forward(days(1));
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
  shop.world.clock.forward(days(1));
  const second = await buysAgainBehindOurBack(person);
  await shop.fails({ mode: "500", count: 30, path: "/v1/refunds" });
  await shop.deliver();
  expect((await subscriptionsOf(person))[0]).toMatchObject({ id: second, status: "canceled" });
  expect(await incidentsOf(person)).toMatchObject([{ resolvedAt: null }]);
  await shop.fails({ mode: "none" });
  await shop.world.db.$executeRaw`update graphile_worker._private_jobs set run_at = now() where key = ${`end:duplicate:${second}`}`;
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

test("a subscription whose account is deleted is ended, and what was paid for it since is given back, but not what was paid before", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const { stripeId: customer } = await shop.customerOf(person);
  shop.world.clock.forward(days(1));
  await shop.world.db.billingCustomer.update({ where: { stripeId: customer }, data: { leftAt: shop.world.clock.now() } });
  await shop.world.db.user.delete({ where: { id: person.id } });
  const { data } = await shop.stripe.paymentMethods.list({ customer });
  shop.world.clock.forward(days(1));
  await shop.stripe.subscriptions.create({ customer, items: [{ price: await shop.priceId() }], default_payment_method: data[0]?.id });
  await shop.deliver();
  expect((await shop.stripe.subscriptions.list({ customer, status: "all" })).data.map(({ status }) => status)).toEqual(["canceled", "canceled"]);
  expect((await shop.stripe.charges.list({ customer })).data.map(({ refunded }) => refunded)).toEqual([true, false]);
  expect(await shop.world.db.billingIncident.findMany({ where: { customerId: customer, resolvedAt: null } })).toEqual([]);
});

test("a second subscription that somebody made by hand is ended by nobody, and laid before an administrator", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  shop.world.clock.forward(days(1));
  await buysAgainBehindOurBack(person, null);
  await shop.deliver();
  expect((await subscriptionsOf(person)).map(({ status }) => status)).toEqual(["active", "active"]);
  expect((await paymentsOf(person)).map(({ amount_refunded }) => amount_refunded)).toEqual([0, 0]);
  expect(await incidentsOf(person)).toEqual([{ kind: "second-subscription", resolvedAt: null }]);
});

test("somebody who has paid for months, is behind, and gets a second one, keeps every payment: nothing is given back by itself", async () => {
  const person = await aDebtor();
  const { stripeId: customer } = await shop.customerOf(person);
  const { id: card } = await shop.stripe.paymentMethods.attach("pm_card_visa", { customer });
  await shop.stripe.subscriptions.create({ customer, items: [{ price: await shop.priceId() }], default_payment_method: card, metadata: { userId: person.id, attemptId: "elsewhere" } });
  await shop.deliver();
  expect((await subscriptionsOf(person)).map(({ status }) => status)).toEqual(["active", "past_due"]);
  expect((await paymentsOf(person)).filter(({ paid }) => paid).map(({ amount_refunded }) => amount_refunded)).toEqual([0, 0]);
  expect(await incidentsOf(person)).toEqual([{ kind: "second-subscription", resolvedAt: null }]);
});

test("a duplicate that turned out to be the only one left is one like any other again, with all its mails", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  shop.world.clock.forward(days(1));
  const second = await buysAgainBehindOurBack(person);
  const [, elder] = await subscriptionsOf(person);
  await shop.sandbox.settled();
  const held = shop.held.splice(0);
  for (const delivery of held) await shop.handOver(delivery);
  const { syncCustomer } = await import("../sync/sync-customer");
  await syncCustomer(shop.world.context(), (await shop.customerOf(person)).stripeId);
  await shop.stripe.subscriptions.cancel(elder?.id ?? "");
  await shop.world.drain();
  await shop.deliver();
  expect((await subscriptionsOf(person)).map(({ id, status }) => [id === second, status])).toEqual([[true, "active"], [false, "canceled"]]);
  expect((await incidentsOf(person)).filter(({ resolvedAt }) => resolvedAt === null)).toEqual([]);
  shop.world.clock.forward(days(32));
  await shop.deliver();
  expect(await shop.world.db.emailMessage.count({ where: { userId: person.id, template: "billing-receipt" } })).toBeGreaterThan(1);
});

test("while Stripe refuses to end it, the job waits longer each time, and asks for no other", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  shop.world.clock.forward(days(1));
  const second = await buysAgainBehindOurBack(person);
  await shop.fails({ mode: "403", count: 50, path: `/v1/subscriptions/${second}` });
  await shop.deliver();
  for (let time = 0; time < 3; time++) await shop.world.drain();
  const jobs = await shop.world.db.$queryRaw<{ attempts: number; waits: boolean }[]>`select attempts::int, run_at > now() as waits from graphile_worker.jobs where key = ${`end:duplicate:${second}`}`;
  expect(jobs).toEqual([{ attempts: 1, waits: true }]);
  expect(await shop.world.db.$queryRaw`select count(*)::int as count from graphile_worker.jobs where attempts >= max_attempts`).toEqual([{ count: 0 }]);
  await shop.fails({ mode: "none" });
});

test("an invoice that an ended subscription left open is made void, so that nobody pays for nothing by an old link", async () => {
  const person = await aDebtor();
  expect((await subscriptionsOf(person))[0]?.status).toBe("past_due");
  await shop.stripe.subscriptions.cancel((await subscriptionsOf(person))[0]?.id ?? "");
  await shop.deliver();
  const { data } = await shop.stripe.invoices.list({ customer: (await shop.customerOf(person)).stripeId });
  expect(data.map(({ status }) => status)).toEqual(["void", "paid"]);
});

test("what was paid after the end all the same is given back", async () => {
  const person = await aDebtor();
  const { stripeId: customer } = await shop.customerOf(person);
  const { data: [open] } = await shop.stripe.invoices.list({ customer, status: "open" });
  await shop.stripe.subscriptions.cancel((await subscriptionsOf(person))[0]?.id ?? "");
  shop.world.clock.forward(days(1));
  const { id: card } = await shop.stripe.paymentMethods.attach("pm_card_visa", { customer });
  await shop.stripe.invoices.pay(open?.id ?? "", { payment_method: card });
  await shop.deliver();
  expect((await paymentsOf(person)).filter(({ paid }) => paid).map(({ refunded }) => refunded)).toEqual([true, false]);
  expect(await incidentsOf(person)).toEqual([{ kind: "paid-after-end", resolvedAt: expect.any(Date) as Date }]);
});

test("a card that comes in after a trial pays, and has had none itself: whose card it is may have one", async () => {
  const child = await shop.world.aLearner();
  await shop.buys(child, { card: "4000 0566 5566 5556" });
  shop.world.clock.forward(days(8));
  await shop.deliver();
  const { stripeId: customer } = await shop.customerOf(child);
  const { id: card } = await shop.stripe.paymentMethods.attach("pm_card_amex", { customer });
  await shop.stripe.customers.update(customer, { invoice_settings: { default_payment_method: card } });
  for (const { id } of await subscriptionsOf(child)) await shop.stripe.subscriptions.update(id, { default_payment_method: card });
  await shop.deliver();
  const parent = await shop.world.aLearner();
  await shop.buys(parent, { card: "3782 822463 10005" });
  expect((await subscriptionsOf(parent))[0]?.status).toBe("trialing");
});
