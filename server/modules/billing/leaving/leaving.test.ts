import { aCheckout } from "../../../../sandbox/stripe/pages/testing";
import { days, seconds } from "../../../platform/clock";
import { PASSWORD, type Person } from "../../../testing";
import { accountSteps, auditTrail, mailedToken } from "../../../testing/accounts";
import { type Fault, openShop, type Shop } from "../../../testing/billing";
import { noteIncident } from "../incidents/incidents.store";
import { syncCustomer } from "../sync/sync-customer";
import { redeemTrial } from "../trials/trial-marks";
import { forgetCustomer } from "./forget-customer";

jest.setTimeout(30_000);

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.pays((await aCheckout(shop.stripe)).url); // Whatever is called first takes longer than a person would wait.
});
afterAll(() => shop.close());

let made = 0;
/** Somebody who has had their trial: a second one on the same card would be ended by itself. */
const aBuyer = async (name?: string) => {
  const person = await shop.world.aLearner({ email: `leaver-${++made}@etude.test`, name });
  await redeemTrial(shop.world.context(), { subscriptionId: "sub_before", emailKey: person.email, card: null });
  return person;
};
const aMember = async (name = "Clara Marker") => {
  const person = await aBuyer(name);
  await shop.buys(person);
  return { person, ...(await stripeIdsOf(person)) };
};
const stripeIdsOf = async (person: Person) => {
  const { stripeId: customerId } = await shop.customerOf(person);
  const rows = await shop.world.db.subscription.findMany({ where: { customerId } });
  return { customerId, subscriptionId: rows[0]?.stripeId ?? "" };
};
const steps = (person: Person) => accountSteps(shop.as(person));
const leave = (person: Person) => steps(person).deleteMyAccount({ password: PASSWORD });
const isThere = async ({ id }: Person) => (await shop.world.db.user.count({ where: { id } })) === 1;
const statusAtStripe = async (subscriptionId: string) => (await shop.stripe.subscriptions.retrieve(subscriptionId)).status as string;
const customerAtStripe = async (customerId: string) => {
  const customer = await shop.stripe.customers.retrieve(customerId);
  if (customer.deleted) throw new Error("This customer is deleted.");
  const { email, name, metadata } = customer;
  return { email, name, metadata };
};

test("deleting an account ends its subscription at Stripe, and Stripe forgets who it was; what must be kept stays, without the person", async () => {
  const { person, customerId, subscriptionId } = await aMember();
  expect((await leave(person)).data).toEqual({ deleteMyAccount: true });
  expect(await statusAtStripe(subscriptionId)).toBe("canceled");
  await shop.deliver();
  expect(shop.world.mail.to(person.email).map(({ category }) => category).filter((category) => category === "billing-ended")).toEqual([]);
  expect(await customerAtStripe(customerId)).toEqual({ email: null, name: null, metadata: {} });

  const { db } = shop.world;
  expect(await db.subscription.findUnique({ where: { stripeId: subscriptionId } })).toMatchObject({ status: "canceled", userId: null });
  expect(await db.billingCustomer.findUnique({ where: { stripeId: customerId } })).toMatchObject({ userId: null });
  expect(await db.invoice.count({ where: { customerId, userId: null } })).toBeGreaterThan(0);
  expect([await db.entitlement.count({ where: { userId: person.id } }), await db.checkoutAttempt.count({ where: { userId: person.id } })]).toEqual([0, 0]);

  const tables = await db.$queryRaw<{ name: string }[]>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<unknown[]>(`select t::text from "${name}" t where t::text ilike $1 or t::text ilike '%Clara Marker%'`, `%${person.email}%`);
    expect({ name, rows }).toEqual({ name, rows: [] });
  }
});

test("who has left is known by no card and no invoice page any more, at Stripe or here, whatever is fetched later", async () => {
  const { person, customerId } = await aMember();
  const { data: cards } = await shop.stripe.paymentMethods.list({ customer: customerId });
  expect(cards).toHaveLength(1);
  const kept = async () => ({
    cards: (await shop.world.db.subscription.findMany({ where: { customerId }, select: { cardBrand: true, cardLast4: true, cardExpMonth: true, cardExpYear: true } })).flatMap((row) => Object.values(row)),
    pages: (await shop.world.db.invoice.findMany({ where: { customerId }, select: { hostedUrl: true, pdfUrl: true } })).flatMap((row) => Object.values(row)),
  });
  expect((await kept()).cards).not.toContain(null);
  await leave(person);
  const nothing = { cards: [null, null, null, null], pages: [null, null] };
  expect(await kept()).toEqual(nothing);
  expect((await shop.world.db.billingCustomer.findUniqueOrThrow({ where: { stripeId: customerId } })).leftAt).toEqual(shop.world.clock.now());
  await shop.deliver();
  await syncCustomer(shop.world.context(), customerId);
  expect(await kept()).toEqual(nothing);
  expect((await shop.stripe.paymentMethods.list({ customer: customerId })).data).toEqual([]);
  await forgetCustomer(shop.world.context(), { customerId });
});

test("nobody is charged after they have left, whatever Stripe still says of them", async () => {
  const { person, customerId } = await aMember();
  await leave(person);
  const charges = async () => (await shop.stripe.charges.list({ customer: customerId })).data.length;
  const before = await charges();
  shop.world.clock.forward(days(70));
  await shop.deliver();
  expect(await charges()).toBe(before);
  expect(await isThere(person)).toBe(false);
});

test("a payment page that was left open can't be paid on any more", async () => {
  const person = await shop.world.aLearner();
  await shop.opensCheckout(person);
  const { sessionId } = await shop.world.db.checkoutAttempt.findFirstOrThrow({ where: { userId: person.id } });
  expect((await leave(person)).code).toBeNull();
  expect((await shop.stripe.checkout.sessions.retrieve(String(sessionId))).status).toBe("expired");
});

test("what was paid a moment ago, before its webhook came, is found and ended too", async () => {
  const person = await aBuyer();
  await shop.pays(await shop.opensCheckout(person));
  const { stripeId: customer } = await shop.customerOf(person);
  expect((await leave(person)).code).toBeNull();
  const { data } = await shop.stripe.subscriptions.list({ customer, status: "all" });
  expect(data.map(({ status }) => status)).toEqual(["canceled"]);
  await shop.deliver();
  expect(await shop.world.db.billingIncident.count({ where: { customerId: customer } })).toBe(0);
});

const FAULTS: [string, Fault][] = [
  ["answers 500", { mode: "500", count: 100 }],
  ["is cut off", { mode: "reset", count: 100 }],
  ["never answers", { mode: "hang", count: 100 }],
  ["can't end subscriptions", { mode: "500", count: 100, path: "/v1/subscriptions" }],
  ["is a proxy's page", { mode: "html", count: 100 }],
];

test.each(FAULTS)("while Stripe %s nothing is deleted, and that is told within six seconds; later it works", async (_, fault) => {
  const { person, subscriptionId } = await aMember();
  await shop.fails(fault);
  const began = Date.now();
  const answer = leave(person);
  const open = await transactionsDuring(answer);
  expect((await answer).code).toBe("PAYMENT_PROVIDER_UNAVAILABLE");
  expect(Date.now() - began).toBeLessThan(seconds(6));
  expect(open).toBe(0);
  expect(await isThere(person)).toBe(true);
  expect(await auditTrail(shop.world, "account.deleted", person.id)).toEqual([]);
  await shop.fails({ mode: "none" });
  expect((await leave(person)).code).toBeNull();
  expect(await statusAtStripe(subscriptionId)).toBe("canceled");
});

/** The most transactions that were seen waiting for something else than the database until the answer came. */
async function transactionsDuring(answer: Promise<unknown>): Promise<number> {
  let waiting = true;
  void answer.finally(() => (waiting = false));
  let [most, seen] = [0, 0];
  while (waiting) {
    const [row] = await shop.world.db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and now() - state_change > interval '300 ms'`;
    most = Math.max(most, row?.count ?? 0);
    seen += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return seen > 0 ? most : -1;
}

test("somebody who never went to pay can leave while Stripe is down", async () => {
  const person = await shop.world.aLearner();
  await shop.fails({ mode: "500", count: 100 });
  expect((await leave(person)).code).toBeNull();
  await shop.fails({ mode: "none" });
});

test("a subscription that ended at Stripe already, and a customer that is deleted there, hold nobody back", async () => {
  const first = await aMember();
  await shop.stripe.subscriptions.cancel(first.subscriptionId);
  expect((await leave(first.person)).code).toBeNull();
  const second = await aMember();
  await shop.stripe.customers.del(second.customerId);
  expect((await leave(second.person)).code).toBeNull();
  await shop.deliver();
  expect(await isThere(second.person)).toBe(false);
});

test("many deletions at once end everything once", async () => {
  const { person, subscriptionId } = await aMember();
  const codes = await Promise.all(Array.from({ length: 4 }, async () => (await leave(person)).code));
  // Those that lose find the account gone, or, on a machine that is busy, wait too long for the winner: what counts is that one deletes it.
  expect(codes.filter((code) => code !== null && !["UNAUTHENTICATED", "SERVICE_UNAVAILABLE", "PAYMENT_PROVIDER_UNAVAILABLE"].includes(code))).toEqual([]);
  if (await isThere(person)) expect((await leave(person)).code).toBeNull();
  expect(await auditTrail(shop.world, "account.deleted", person.id)).toEqual(["account.deleted"]);
  expect(await statusAtStripe(subscriptionId)).toBe("canceled");
});

test("while Stripe can't be told to forget somebody, it is tried again until it has", async () => {
  const { person, customerId } = await aMember();
  await leave(person);
  await shop.fails({ mode: "500", count: 100, path: `/v1/customers/${customerId}` });
  await shop.world.drain();
  await shop.fails({ mode: "none" });
  expect((await customerAtStripe(customerId)).name).toBe("Clara Marker");
  await shop.world.db.$executeRaw`update graphile_worker._private_jobs set run_at = now()`;
  await shop.world.drain();
  expect((await customerAtStripe(customerId)).name).toBeNull();
});

test("a new name and a new address reach Stripe, once they are confirmed", async () => {
  const { person, customerId } = await aMember("Clara");
  await steps(person).updateProfile({ input: { timeZone: "Europe/Berlin" } });
  expect(await shop.world.db.$queryRaw`select 1 from graphile_worker.jobs where task_identifier = 'billing.update-customer'`).toEqual([]);
  await steps(person).updateProfile({ input: { name: "Robert" } });
  await steps(person).requestEmailChange({ newEmail: "robert@etude.test", password: PASSWORD });
  await shop.world.drain();
  expect(await customerAtStripe(customerId)).toMatchObject({ name: "Robert", email: person.email });
  await steps(person).confirmEmailChange({ token: await mailedToken(shop.world, "robert@etude.test", "confirm-email-change") });
  await steps(person).updateProfile({ input: { name: null } });
  await shop.world.drain();
  expect(await customerAtStripe(customerId)).toMatchObject({ name: null, email: "robert@etude.test" });
});

test("a new name of somebody who never went to pay is nothing to Stripe", async () => {
  const person = await shop.world.aLearner();
  await shop.fails({ mode: "500", count: 100 });
  await steps(person).updateProfile({ input: { name: "Robert" } });
  await shop.world.drain();
  expect(await shop.world.db.$queryRaw`select 1 from graphile_worker.jobs where task_identifier = 'billing.update-customer'`).toEqual([]);
  await shop.fails({ mode: "none" });
});

test("an export holds what its owner bought and was given, and nothing of others", async () => {
  const { person, customerId, subscriptionId } = await aMember();
  const other = await aMember();
  await noteIncident(shop.world.context(), { key: "fraud-warning:ch_of_this_one", kind: "fraud-warning", customerId, userId: null, detail: "A warning." });
  const { data } = await steps(person).exportMyData();
  const text = await (await shop.as(person).fetch(new URL(data.exportMyData.url as string).pathname)).text();
  const { billing } = JSON.parse(text) as { billing: Record<string, unknown> };
  expect(billing).toMatchObject({
    customer: { stripeId: customerId },
    subscriptions: [{ stripeId: subscriptionId, status: "active", interval: "MONTH", currency: "eur" }],
    invoices: [{ subscriptionId, status: "paid" }],
    entitlements: [{ source: "SUBSCRIPTION", sourceId: subscriptionId }],
    checkouts: [{ status: "COMPLETE" }],
    refunds: [],
    disputes: [],
    movements: [{ kind: "PAYMENT", amount: 1200, currency: "eur" }],
    incidents: [{ kind: "fraud-warning", detail: "A warning." }],
  });
  expect(text).not.toContain(other.customerId);
  expect(text).not.toMatch(/syncTicket|fingerprint/);
});
