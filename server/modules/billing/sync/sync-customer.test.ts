import { PaymentsUnavailable, type CustomerTruth } from "../../../gateways/payments/port";
import { after, days, hours, minutes } from "../../../platform/clock";
import { openWorld, type Person, type World } from "../../../testing";
import { auditTrail, subjectsTo } from "../../../testing/accounts";
import { aSubscription, anInvoice, scriptedPayments, truthOf } from "../../../testing/scripted-payments";
import { receivePaymentEvent } from "../inbox/receive-payment-event";
import { handlePaymentEvent } from "../inbox/handle-payment-event";
import { NobodysCustomer } from "./owner-of";
import { syncCustomer } from "./sync-customer";

const payments = scriptedPayments();
let world: World;
beforeAll(async () => void (world = await openWorld({}, { payments: payments.port })));
afterAll(() => world.close());
beforeEach(() => void (payments.delay = () => 0));

let made = 0;

/** A learner whose customer at the provider is known to us. */
async function aCustomer(): Promise<Person & { customerId: string }> {
  const person = await world.aLearner();
  const customerId = `cus_${++made}`;
  await world.db.billingCustomer.create({ data: { stripeId: customerId, userId: person.id, livemode: false, createdAt: world.clock.now() } });
  return { ...person, customerId };
}

/** The truth of a customer with one subscription and its paid invoice. */
function subscribed(customerId: string, more: Parameters<typeof aSubscription>[2] = {}): CustomerTruth {
  const subscription = aSubscription(customerId, world.clock.now(), more);
  return truthOf(customerId, { subscriptions: [subscription], invoices: [anInvoice(subscription)] });
}

async function fetched(truth: CustomerTruth): Promise<void> {
  payments.set(truth);
  await syncCustomer(world.context(), truth.customerId);
}

const planOf = async (person: Person) => (await world.as(person).query("{ me { plan } }")).data.me.plan as string;
const rowOf = (customerId: string) => world.db.subscription.findFirstOrThrow({ where: { customerId } });
const mailKeys = async (person: Person) => (await world.db.emailMessage.findMany({ where: { userId: person.id }, orderBy: { key: "asc" }, select: { key: true } })).map(({ key }) => key.split(":")[0]);
const deliver = async (customerId: string, type: string, eventId = `evt_sync_${++made}`) => {
  const event = { eventId, type, createdAt: world.clock.now(), apiVersion: null, knownVersion: true, customerId, userId: null, objectId: null, chargeId: null };
  await receivePaymentEvent(world.context(), event);
  return (await world.db.webhookEvent.findUniqueOrThrow({ where: { stripeId: eventId } })).id;
};

test("what the provider says is written with everything that follows from it, and writing it again changes nothing", async () => {
  const person = await aCustomer();
  for (let time = 0; time < 3; time++) await fetched(subscribed(person.customerId));
  expect(await planOf(person)).toBe("PREMIUM");
  expect(await rowOf(person.customerId)).toMatchObject({ status: "active", isCurrent: true, userId: person.id, unitAmount: 1200, cardLast4: "4242" });
  expect(await world.db.ledgerEntry.findMany({ where: { customerId: person.customerId } })).toMatchObject([{ kind: "PAYMENT", amount: 1200, currency: "eur" }]);
  expect(await subjectsTo(world, person.email)).toHaveLength(2);
  expect(await mailKeys(person)).toEqual(["receipt", "subscribed"]);
  expect((await auditTrail(world, "billing.", person.id)).sort()).toEqual(["billing.payment.received", "billing.subscription.changed"]);
});

test("five changes within one second, doubled, shuffled and late, always end in the last one", async () => {
  const random = (limit: number) => Math.floor(Math.random() * limit);
  const statuses = ["incomplete", "active", "past_due", "active", "canceled"];
  for (let run = 0; run < 12; run++) {
    const person = await aCustomer();
    payments.delay = () => random(12);
    const handled: Promise<void>[] = [];
    for (const [index, status] of [...statuses].sort(() => Math.random() - 0.5).entries()) {
      const truth = subscribed(person.customerId, { status, quantity: index + 1 });
      payments.set(truth);
      const eventId = await deliver(person.customerId, "customer.subscription.updated");
      const copies = random(10) < 3 ? 2 : 1;
      for (let copy = 0; copy < copies; copy++) handled.push(handlePaymentEvent(world.context(), eventId));
    }
    await Promise.all(handled);
    expect(await rowOf(person.customerId)).toMatchObject({ quantity: statuses.length });
    expect(await world.db.webhookEvent.count({ where: { customerId: person.customerId, status: { not: "PROCESSED" } } })).toBe(0);
  }
});

test("an answer that comes late never overwrites what was fetched after it", async () => {
  const person = await aCustomer();
  payments.set(subscribed(person.customerId, { status: "active" }));
  payments.delay = () => 150;
  const late = syncCustomer(world.context(), person.customerId);
  await new Promise((resolve) => setTimeout(resolve, 50));
  payments.delay = () => 0;
  await fetched(subscribed(person.customerId, { status: "canceled", endedAt: world.clock.now() }));
  await late;
  expect((await rowOf(person.customerId)).status).toBe("canceled");
  expect(await planOf(person)).toBe("FREE");
});

test("a provider that does not answer leaves everything as it was, the event with its reason, and the next try works", async () => {
  const person = await aCustomer();
  payments.set(subscribed(person.customerId));
  const eventId = await deliver(person.customerId, "invoice.paid");
  payments.fail = new PaymentsUnavailable("Stripe: StripeConnectionError");
  await expect(handlePaymentEvent(world.context(), eventId)).rejects.toThrow(PaymentsUnavailable);
  expect(await world.db.webhookEvent.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ status: "FAILED", attempts: 1, lastError: "Stripe: StripeConnectionError" });
  expect(await planOf(person)).toBe("FREE");
  await handlePaymentEvent(world.context(), eventId);
  expect(await world.db.webhookEvent.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ status: "PROCESSED", attempts: 2, lastError: null });
  expect(await planOf(person)).toBe("PREMIUM");
});

test("what can't be written whole is not written at all", async () => {
  const person = await aCustomer();
  await world.db.$executeRaw`alter table ledger_entry add constraint no_more check (amount < 0) not valid`;
  try {
    await expect(fetched(subscribed(person.customerId))).rejects.toThrow();
    expect(await world.db.subscription.count({ where: { customerId: person.customerId } })).toBe(0);
    expect(await mailKeys(person)).toEqual([]);
    expect(await planOf(person)).toBe("FREE");
  } finally {
    await world.db.$executeRaw`alter table ledger_entry drop constraint no_more`;
  }
  await fetched(subscribed(person.customerId));
  expect(await planOf(person)).toBe("PREMIUM");
});

test("one fetch settles all events of the customer that had come in before it", async () => {
  const person = await aCustomer();
  payments.set(subscribed(person.customerId));
  const ids = [];
  for (const type of ["customer.subscription.created", "invoice.paid", "customer.updated"]) ids.push(await deliver(person.customerId, type));
  await handlePaymentEvent(world.context(), ids[1] ?? "");
  expect(await world.db.webhookEvent.count({ where: { id: { in: ids }, status: "PROCESSED" } })).toBe(3);
});

test("a webhook that comes before our own row is written finds its user by our metadata", async () => {
  const person = await world.aLearner();
  const customerId = `cus_${++made}`;
  await fetched({ ...subscribed(customerId), metadata: { userId: person.id } });
  expect(await planOf(person)).toBe("PREMIUM");
});

test("a customer that is nobody's gives nothing to anybody, and its event is put aside", async () => {
  const person = await aCustomer();
  for (const userId of [undefined, "not an id", "019ab5a6-0000-7000-8000-000000000000", person.id]) {
    const customerId = `cus_${++made}`;
    payments.set({ ...subscribed(customerId), metadata: userId ? { userId } : {} });
    await expect(syncCustomer(world.context(), customerId)).rejects.toThrow(NobodysCustomer);
    const eventId = await deliver(customerId, "invoice.paid");
    await handlePaymentEvent(world.context(), eventId);
    expect(await world.db.webhookEvent.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({ status: "IGNORED" });
  }
  expect(await planOf(person)).toBe("FREE");
});

test("a payment that is missing keeps premium for seven days, with a mail at each stage and a link that pays", async () => {
  const person = await aCustomer();
  const due = world.clock.now();
  const behind = subscribed(person.customerId, { status: "past_due" });
  const open = { status: "open", amountPaid: 0, amountRemaining: 1200, paidAt: null, hostedUrl: "https://invoice.stripe.com/i/open" };
  const truth = { ...behind, invoices: behind.invoices.map((invoice) => ({ ...invoice, ...open })) };
  const stages: [number, string][] = [[0, "PREMIUM"], [hours(1), "PREMIUM"], [days(3), "PREMIUM"], [days(6), "PREMIUM"], [days(7) - 1, "PREMIUM"], [days(7), "FREE"], [days(8), "FREE"]];
  for (const [passed, plan] of stages) {
    world.clock.set(after(due, passed));
    await fetched(truth);
    expect([passed, await planOfNow(person)]).toEqual([passed, plan]);
  }
  await world.drain();
  const mails = world.mail.to(person.email).filter(({ text }) => text.includes("https://invoice.stripe.com/i/open"));
  expect(mails).toHaveLength(4);
  expect((await world.db.emailMessage.findMany({ where: { userId: person.id, key: { startsWith: "payment-failed" } } })).map(({ key }) => key.split(":")[2]).sort()).toEqual(["ended", "first", "last", "reminder"]);
});

/** Asked of the rows, for a token does not live for days. */
const planOfNow = async (person: Person) => ((await world.db.entitlement.count({ where: { userId: person.id, validUntil: { gt: world.clock.now() } } })) > 0 ? "PREMIUM" : "FREE");

test("the next stage of a missing payment has a job of its own, for no event tells of it", async () => {
  const person = await aCustomer();
  const behind = subscribed(person.customerId, { status: "past_due" });
  await fetched({ ...behind, invoices: behind.invoices.map((invoice) => ({ ...invoice, status: "open", amountPaid: 0, paidAt: null })) });
  const jobs = await world.db.$queryRaw<{ hours: number }[]>`select (extract(epoch from run_at - now()) / 3600)::float8 as hours from graphile_worker.jobs where key = ${`look-again:${person.customerId}`}`;
  expect(jobs).toHaveLength(1);
  expect(jobs[0]?.hours).toBeCloseTo(72, 0);
});

test("nobody is told of a failed payment that was made meanwhile", async () => {
  const person = await aCustomer();
  payments.set(subscribed(person.customerId));
  const eventId = await deliver(person.customerId, "invoice.payment_failed");
  await handlePaymentEvent(world.context(), eventId);
  expect(await mailKeys(person)).toEqual(["receipt", "subscribed"]);
});

test("a full refund takes premium and has the subscription ended; a part takes nothing; both are told", async () => {
  const [whole, part] = [await aCustomer(), await aCustomer()];
  for (const [person, amount] of [[whole, 1200], [part, 500]] as const) {
    const truth = subscribed(person.customerId);
    await fetched({ ...truth, refunds: [{ refundId: `re_${person.customerId}`, invoiceId: truth.invoices[0]?.invoiceId ?? null, chargeId: "ch_1", amount, currency: "eur", status: "succeeded", reason: null, createdAt: world.clock.now() }] });
  }
  expect([await planOfNow(whole), await planOfNow(part)]).toEqual(["FREE", "PREMIUM"]);
  expect(await rowOf(whole.customerId)).toMatchObject({ revokeReason: "REFUNDED" });
  const ending = await world.db.$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs where key like 'end:%'`;
  expect(ending.map(({ key }) => key)).toEqual([`end:revoked:sub_${whole.customerId}`]);
  expect(await mailKeys(whole)).toContain("refunded");
  expect(await mailKeys(part)).toContain("refunded");
});

test("a cancelled member keeps premium to the end of the paid period, is told once, and told once when it is taken back", async () => {
  const person = await aCustomer();
  await fetched(subscribed(person.customerId));
  const paid = subscribed(person.customerId);
  const cancelled = { ...paid, subscriptions: paid.subscriptions.map((one) => ({ ...one, cancelAtPeriodEnd: true, canceledAt: world.clock.now() })) };
  for (let time = 0; time < 2; time++) await fetched(cancelled);
  const { validUntil } = await world.db.entitlement.findFirstOrThrow({ where: { userId: person.id } });
  expect(validUntil).toEqual(paid.subscriptions[0]?.currentPeriodEnd);
  for (let time = 0; time < 2; time++) await fetched(paid);
  expect(await mailKeys(person)).toEqual(["cancelled", "receipt", "resumed", "subscribed"]);
});

test("a first look at somebody who has paid for years writes no receipts of the past", async () => {
  const person = await aCustomer();
  const long = after(world.clock.now(), -days(400));
  const subscription = aSubscription(person.customerId, long, { currentPeriodEnd: after(world.clock.now(), days(3)) });
  const invoices = [40, 33].map((daysAgo) => anInvoice(subscription, { invoiceId: `in_${person.customerId}_${daysAgo}`, paidAt: after(world.clock.now(), -days(daysAgo)) }));
  await fetched(truthOf(person.customerId, { subscriptions: [subscription], invoices }));
  expect(await mailKeys(person)).toEqual([]);
  expect(await planOfNow(person)).toBe("PREMIUM");
});

test("a trial's end, a year's renewal and a card that runs out are told ahead, each once", async () => {
  const [trial, year, card] = [await aCustomer(), await aCustomer(), await aCustomer()];
  const long = after(world.clock.now(), -days(300));
  const soon = after(world.clock.now(), days(3));
  const renewal = after(world.clock.now(), days(13));
  for (let time = 0; time < 2; time++) {
    await fetched(truthOf(trial.customerId, { subscriptions: [aSubscription(trial.customerId, after(world.clock.now(), -days(4)), { status: "trialing", trialStart: long, trialEnd: soon, currentPeriodEnd: soon })] }));
    await fetched(truthOf(year.customerId, { subscriptions: [aSubscription(year.customerId, long, { interval: "YEAR", currentPeriodEnd: renewal })] }));
    const { expMonth, expYear } = { expMonth: soon.getUTCMonth(), expYear: soon.getUTCFullYear() };
    await fetched(truthOf(card.customerId, { subscriptions: [aSubscription(card.customerId, long, { currentPeriodEnd: soon, card: { brand: "visa", last4: "0341", expMonth, expYear, fingerprint: null } })] }));
    world.clock.forward(minutes(1));
  }
  expect([await mailKeys(trial), await mailKeys(year), await mailKeys(card)]).toEqual([["trial-ending"], ["renewal"], ["card"]]);
});

test("a state that we don't know gives nothing, and is laid before an administrator once", async () => {
  const person = await aCustomer();
  for (let time = 0; time < 2; time++) await fetched(subscribed(person.customerId, { status: "a word of next year" }));
  expect(await planOf(person)).toBe("FREE");
  expect(await world.db.billingIncident.findMany({ where: { userId: person.id } })).toMatchObject([{ kind: "unknown-status", resolvedAt: null }]);
});

test("of a customer who is deleted at Stripe nothing lives, though Stripe tells no more of what was", async () => {
  const person = await aCustomer();
  await fetched(subscribed(person.customerId));
  await fetched(truthOf(person.customerId, { deleted: true }));
  expect(await rowOf(person.customerId)).toMatchObject({ status: "canceled" });
  expect(await planOf(person)).toBe("FREE");
});

test("of a deleted account nothing is written but what accounting must keep, and its live subscription is ended", async () => {
  const person = await aCustomer();
  await fetched(subscribed(person.customerId));
  await world.db.user.delete({ where: { id: person.id } });
  await fetched(subscribed(person.customerId));
  expect(await rowOf(person.customerId)).toMatchObject({ userId: null, status: "active" });
  expect(await world.db.entitlement.count({ where: { userId: person.id } })).toBe(0);
  expect(await world.db.billingIncident.findMany({ where: { customerId: person.customerId } })).toMatchObject([{ kind: "subscription-without-account", resolvedAt: null }]);
});
