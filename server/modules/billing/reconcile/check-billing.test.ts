import { after, days, hours, minutes } from "../../../platform/clock";
import { openWorld, type World } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { checkBilling } from "./check-billing";
import { checkNightly } from "./check-nightly";

let world: World;
beforeEach(async () => void (world = await openWorld()));
afterEach(() => world.close());

const ago = (duration: number) => after(world.clock.now(), -duration);
const ahead = (duration: number) => after(world.clock.now(), duration);

/** What is not as it must be: name, how often, and the rows. */
const broken = async () => (await checkBilling(world.context())).filter(({ isBroken }) => isBroken).map(({ name, count, examples }) => ({ name, count, examples }));
const one = (name: string, id: string) => [{ name, count: 1, examples: [id] }];

/** A member as the sync writes one: a paid invoice, a subscription that runs, premium for it, and a ledger that says so. */
async function aPayingMember(name: string) {
  const { id: userId } = await world.aLearner();
  const [customerId, subscriptionId, invoiceId] = [`cus_${name}`, `sub_${name}`, `in_${name}`];
  const createdAt = ago(days(10));
  await world.db.billingCustomer.create({ data: { stripeId: customerId, userId, livemode: false, syncedAt: world.clock.now(), createdAt } });
  await aSubscription(name, userId);
  const money = { total: 1200, amountDue: 1200, amountPaid: 1200, amountRemaining: 0, currency: "eur" };
  await world.db.invoice.create({ data: { stripeId: invoiceId, customerId, userId, subscriptionId, status: "paid", ...money, periodStart: createdAt, periodEnd: createdAt, createdAt, paidAt: createdAt } });
  await world.db.ledgerEntry.create({ data: { key: `paid:${invoiceId}`, kind: "PAYMENT", customerId, invoiceId, amount: 1200, currency: "eur", at: createdAt } });
  await world.db.entitlement.create({ data: { userId, source: "SUBSCRIPTION", sourceId: subscriptionId, validUntil: ahead(days(23)), createdAt } });
  return { userId, customerId, subscriptionId, invoiceId };
}

const aSubscription = (name: string, userId: string | null, of = name) =>
  world.db.subscription.create({
    data: {
      ...{ stripeId: `sub_${name}`, customerId: `cus_${of}`, userId, status: "active", quantity: 1, currency: "eur", isCurrent: name === of, createdAt: ago(days(10)) },
      ...{ currentPeriodStart: ago(days(10)), currentPeriodEnd: ahead(days(20)) },
    },
  });

const change = (stripeId: string, data: Parameters<World["db"]["subscription"]["update"]>[0]["data"]) => world.db.subscription.update({ where: { stripeId }, data });

test("where all is well nothing is broken, and every invariant was looked at", async () => {
  await aPayingMember("ada");
  const findings = await checkBilling(world.context());
  expect(findings.filter(({ count }) => count > 0)).toEqual([]);
  expect(findings).toHaveLength(13);
});

test("a subscription that is paid and gives no premium is found", async () => {
  await aPayingMember("ada");
  await world.db.entitlement.updateMany({ data: { validUntil: world.clock.now() } });
  expect(await broken()).toEqual(one("paid-gives-premium", "sub_ada"));
  await change("sub_ada", { status: "past_due", pastDueSince: ago(days(6)) });
  expect(await broken()).toEqual(one("paid-gives-premium", "sub_ada"));
  await change("sub_ada", { pastDueSince: ago(days(8)) });
  expect(await broken()).toEqual([]);
  await change("sub_ada", { status: "active", cancelAt: ago(hours(1)) });
  expect(await broken()).toEqual([]);
  await change("sub_ada", { cancelAt: null, revokedAt: ago(hours(1)) });
  expect(await broken()).toEqual([]);
});

test.each(["canceled", "unpaid", "paused", "incomplete", "something new"])("premium by a subscription that is %s is found; premium that was given is none of its business", async (status) => {
  const { userId, subscriptionId } = await aPayingMember("ada");
  const { id } = await world.db.entitlement.findFirstOrThrow({ where: { userId } });
  await world.db.entitlement.create({ data: { userId, source: "GRANT", sourceId: "press", createdAt: world.clock.now() } });
  await change(subscriptionId, { status });
  expect(await broken()).toEqual(one("premium-is-paid", id));
});

test("two live subscriptions of one person, and one of nobody, are found", async () => {
  const { userId } = await aPayingMember("ada");
  await aSubscription("second", userId, "ada");
  expect(await broken()).toEqual(one("one-live-subscription", userId));
  await change("sub_second", { status: "canceled" });
  await aSubscription("orphan", null, "ada");
  expect(await broken()).toEqual(one("no-subscription-without-account", "sub_orphan"));
});

test("a period that ended more than three days ago, and no renewal, is found", async () => {
  await aPayingMember("ada");
  await change("sub_ada", { currentPeriodEnd: ago(days(2)) });
  expect(await broken()).toEqual([]);
  await change("sub_ada", { currentPeriodEnd: ago(days(4)) });
  expect(await broken()).toEqual(one("periods-renew", "sub_ada"));
});

test("events that wait or failed, and mails that wait, are found after five minutes", async () => {
  const data = { stripeId: "evt_1", type: "invoice.paid", sentAt: world.clock.now(), receivedAt: world.clock.now() };
  const { id } = await world.db.webhookEvent.create({ data: { ...data, status: "PENDING" } });
  const mail = await world.db.emailMessage.create({ data: { key: "k", to: "a@b.test", template: "t", subject: "s", createdAt: world.clock.now() } });
  expect(await broken()).toEqual([]);
  world.clock.forward(minutes(6));
  expect(await broken()).toEqual([...one("inbox-lag", id), ...one("outbox-lag", mail.id)]);
  await world.db.webhookEvent.update({ where: { id }, data: { status: "FAILED" } });
  await world.db.emailMessage.update({ where: { id: mail.id }, data: { status: "SENT" } });
  expect(await broken()).toEqual(one("no-event-failed", id));
});

test("a customer whom nobody compared with Stripe for two days is found; one that is deleted there is not", async () => {
  const { customerId } = await aPayingMember("ada");
  await world.db.billingCustomer.update({ where: { stripeId: customerId }, data: { syncedAt: ago(hours(49)) } });
  expect(await broken()).toEqual(one("customers-synced", customerId));
  await world.db.billingCustomer.update({ where: { stripeId: customerId }, data: { deletedAt: ago(hours(50)) } });
  expect(await broken()).toEqual([]);
});

test("a ledger that says anything but what invoices, refunds and disputes say is found, also where sums hide it", async () => {
  const { customerId, invoiceId } = await aPayingMember("ada");
  await aPayingMember("bob");
  const money = { customerId, invoiceId, currency: "eur", createdAt: world.clock.now() };
  const entry = (key: string, kind: "REFUND" | "DISPUTE" | "DISPUTE_REVERSAL", amount: number) => world.db.ledgerEntry.create({ data: { key, kind, customerId, invoiceId, amount, currency: "eur", at: world.clock.now() } });

  await world.db.refund.create({ data: { stripeId: "re_1", ...money, amount: 500, status: "succeeded" } });
  await world.db.invoice.update({ where: { stripeId: invoiceId }, data: { amountRefunded: 500 } });
  expect(await broken()).toEqual(one("ledger-balances", customerId));
  await entry("refunded:re_1", "REFUND", -500);
  expect(await broken()).toEqual([]);

  await world.db.dispute.create({ data: { stripeId: "du_1", chargeId: "ch_1", ...money, amount: 700, status: "needs_response", reason: "fraudulent" } });
  await entry("refunded:re_wrong", "REFUND", -700);
  expect(await broken()).toEqual(one("ledger-balances", customerId));
  await world.db.ledgerEntry.delete({ where: { key: "refunded:re_wrong" } });
  await entry("disputed:du_1", "DISPUTE", -700);
  expect(await broken()).toEqual([]);
  await world.db.dispute.update({ where: { stripeId: "du_1" }, data: { status: "won" } });
  expect(await broken()).toEqual(one("ledger-balances", customerId));
  await entry("restored:du_1", "DISPUTE_REVERSAL", 700);
  expect(await broken()).toEqual([]);

  await world.db.invoice.update({ where: { stripeId: invoiceId }, data: { amountRefunded: 0 } });
  expect(await broken()).toEqual(one("refunds-add-up", invoiceId));
});

test("an incident that Etude should have put right is found after an hour; one for people is shown, and breaks nothing", async () => {
  const createdAt = ago(minutes(61));
  await world.db.billingIncident.create({ data: { key: "duplicate:sub_1", kind: "duplicate-subscription", detail: "d", createdAt } });
  await world.db.billingIncident.create({ data: { key: "duplicate:sub_2", kind: "duplicate-subscription", detail: "d", createdAt, resolvedAt: createdAt } });
  await world.db.billingIncident.create({ data: { key: "fraud-warning:ch_1", kind: "fraud-warning", detail: "d", createdAt } });
  expect(await broken()).toEqual(one("incidents-put-right", "duplicate:sub_1"));
  expect((await checkBilling(world.context())).find(({ name }) => name === "incidents-for-people")).toMatchObject({ count: 1, examples: ["fraud-warning:ch_1"], isBroken: false });
});

test("of many breaches all are counted, and ten are named", async () => {
  const data = { type: "invoice.paid", sentAt: ago(hours(1)), receivedAt: ago(hours(1)), status: "FAILED" as const };
  await world.db.webhookEvent.createMany({ data: Array.from({ length: 23 }, (_, index) => ({ ...data, stripeId: `evt_${index}` })) });
  const [finding] = await broken();
  expect(finding).toMatchObject({ name: "no-event-failed", count: 23 });
  expect(finding?.examples).toHaveLength(10);
});

test("what is broken is noted in the audit log every night, once a day for each", async () => {
  await aPayingMember("ada");
  await change("sub_ada", { currentPeriodEnd: ago(days(4)) });
  await checkNightly(world.context());
  await checkNightly(world.context());
  expect(await auditTrail(world, "billing.invariant.broken")).toHaveLength(1);
  await world.db.entitlement.deleteMany();
  await change("sub_ada", { cancelAt: ahead(days(1)) });
  await checkNightly(world.context());
  expect(await auditTrail(world, "billing.invariant.broken")).toHaveLength(2);
  world.clock.forward(hours(16));
  await checkNightly(world.context());
  expect(await auditTrail(world, "billing.invariant.broken")).toHaveLength(4);

  const [first] = await world.db.auditEntry.findMany({ where: { action: "billing.invariant.broken" }, orderBy: { id: "asc" } });
  expect(first).toMatchObject({ category: "ERROR", severity: "WARNING", description: "This is not so: No running subscription's period ended more than three days ago.", metadata: { invariant: "periods-renew", count: 1, examples: "sub_ada" } });
});
