import fc from "fast-check";

import { days } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { CARD, openShop, type Delivery, type Shop } from "../../../testing/billing";
import { anEvent, signed } from "../../../testing/signing";
import { syncCustomer } from "../sync/sync-customer";
import { checkBilling } from "../reconcile/check-billing";

jest.setTimeout(60_000);

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const planOf = async (person: Person) => (await shop.as(person).query("{ me { plan } }")).data.me.plan as string;

/** Pays on the payment page, and gives the webhooks that Stripe sends for it, still undelivered. */
async function paysFor(person: Person, card?: string): Promise<Delivery[]> {
  await shop.pays(await shop.opensCheckout(person), card);
  await shop.sandbox.settled();
  return shop.held.splice(0);
}

const handOverAll = async (deliveries: readonly Delivery[]) => {
  for (const delivery of deliveries) expect((await shop.handOver(delivery)).status).toBe(200);
  await shop.world.drain();
};

test("every webhook delivered three times, out of order, has its effect once: one line in the ledger, one mail of each kind", async () => {
  const person = await shop.aPayer();
  const deliveries = await paysFor(person);
  const shuffled = [...deliveries, ...deliveries, ...deliveries].sort(() => Math.random() - 0.5);
  for (const delivery of shuffled) await handOverAll([delivery]);
  expect(await planOf(person)).toBe("PREMIUM");
  const ledger = await shop.world.db.ledgerEntry.findMany({ where: { customer: { userId: person.id } }, select: { kind: true, amount: true } });
  expect(ledger).toEqual([{ kind: "PAYMENT", amount: 1200 }]);
  const mails = await shop.world.db.emailMessage.groupBy({ by: ["template"], where: { userId: person.id }, _count: true, orderBy: { template: "asc" } });
  expect(mails).toEqual([{ template: "billing-receipt", _count: 1 }, { template: "billing-subscribed", _count: 1 }]);
  expect(shop.world.mail.to(person.email)).toHaveLength(2);
});

test("the payment page is noted as paid by its webhook", async () => {
  const person = await shop.aPayer();
  await handOverAll(await paysFor(person));
  expect(await shop.world.db.checkoutAttempt.findMany({ where: { userId: person.id }, select: { status: true } })).toEqual([{ status: "COMPLETE" }]);
});

test("a dispute, which names no customer, finds them by its charge", async () => {
  const person = await shop.aPayer();
  const deliveries = await paysFor(person, "4000 0000 0000 0259");
  const dispute = deliveries.filter(({ type }) => type === "charge.dispute.created");
  expect(dispute).toHaveLength(1);
  await handOverAll(dispute);
  expect(await shop.world.db.dispute.count({ where: { customer: { userId: person.id } } })).toBe(1);
  const event = await shop.world.db.webhookEvent.findFirstOrThrow({ where: { type: "charge.dispute.created" } });
  expect(event).toMatchObject({ status: "PROCESSED", customerId: (await shop.customerOf(person)).stripeId });
  await handOverAll(deliveries);
});

test("a card issuer's warning of fraud is laid before an administrator, once, and takes nothing by itself", async () => {
  const person = await shop.aPayer();
  const deliveries = await paysFor(person, "4000 0000 0000 5423");
  await handOverAll([...deliveries, ...deliveries]);
  expect(await planOf(person)).toBe("PREMIUM");
  const { stripeId: customerId } = await shop.customerOf(person);
  expect(await shop.world.db.billingIncident.findMany({ where: { customerId } })).toMatchObject([{ kind: "fraud-warning", resolvedAt: null }]);
  expect((await checkBilling(shop.world.context())).find(({ name }) => name === "incidents-for-people")).toMatchObject({ count: 1, isBroken: false });
});

test("a customer who is deleted at Stripe loses what was bought, and may buy again as a new one", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const { stripeId } = await shop.customerOf(person);
  await shop.stripe.customers.del(stripeId);
  await shop.deliver();
  expect(await planOf(person)).toBe("FREE");
  await shop.buys(person);
  expect(await planOf(person)).toBe("PREMIUM");
  expect((await shop.customerOf(person)).stripeId).not.toBe(stripeId);
  await syncCustomer(shop.world.context(), stripeId);
  expect((await shop.as(person).query("{ me { invoices { edges { node { status } } } } }")).data.me.invoices.edges).toHaveLength(2);
});

test("a price that changes at Stripe is sold at its new amount as soon as its event is here", async () => {
  const { data: [month] } = await shop.stripe.prices.list({ lookup_keys: ["premium_month"] });
  await shop.world.nobody().query("{ prices { unitAmount } }");
  await shop.stripe.prices.create({ product: String(month?.product), currency: "eur", unit_amount: 1300, recurring: { interval: "month" }, lookup_key: "premium_month", transfer_lookup_key: true });
  await shop.deliver();
  expect((await shop.world.nobody().query("{ prices { unitAmount } }")).data.prices[0]).toEqual({ unitAmount: 1300 });
});

test("a trial is told ahead of its end when Stripe says so, and paid when it ends", async () => {
  const person = await shop.world.aLearner();
  await shop.buys(person, { card: CARD.pays });
  const told = () => shop.world.db.emailMessage.count({ where: { userId: person.id, template: "billing-trial-ending" } });
  expect(await told()).toBe(0);
  shop.world.clock.forward(days(4.5));
  await shop.deliver();
  expect(await told()).toBe(1);
  shop.world.clock.forward(days(3));
  await shop.deliver();
  expect((await shop.as(person).query("{ me { plan subscription { status } } }")).data.me).toEqual({ plan: "PREMIUM", subscription: { status: "ACTIVE" } });
  expect(await shop.world.db.emailMessage.count({ where: { userId: person.id, template: "billing-receipt" } })).toBe(1);
});

test("whatever type an event names, and whatever stands in it, it is taken or refused, and never breaks anything", async () => {
  const name = fc.string({ maxLength: 30 }).map((text) => text.replaceAll("\0", ""));
  const reference = fc.oneof(name, fc.integer(), fc.constant(null), fc.record({ id: name }), fc.array(fc.integer(), { maxLength: 2 }));
  const object = fc.record({ object: name, id: reference, customer: reference, charge: reference, metadata: fc.oneof(fc.constant(null), fc.dictionary(name, name, { maxKeys: 3 })) }, { requiredKeys: [] });
  const type = fc.oneof(name, fc.constantFrom("invoice.paid", "charge.dispute.created", "checkout.session.completed", "price.updated", "radar.early_fraud_warning.created", "customer.deleted", "__proto__"));
  await fc.assert(
    fc.asyncProperty(type, object, async (type, object) => {
      const { body, signature } = signed(anEvent(type, object), { secret: "whsec_for_tests_only_0123456789", at: shop.world.clock.now() });
      const { status } = await shop.handOver({ type, body, signature });
      expect([200, 400]).toContain(status);
    }),
    { numRuns: 150 },
  );
  await shop.world.drain();
  const left = await shop.world.db.webhookEvent.findMany({ where: { status: "PENDING" } });
  expect(left).toEqual([]);
});
