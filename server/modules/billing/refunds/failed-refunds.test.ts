import { hours } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { subjectsTo } from "../../../testing/accounts";
import { openShop, type Shop } from "../../../testing/billing";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

/** Refunds to these cards fail an hour after they had gone through, and are on their way for an hour. */
const CARD = { refundFails: "4000 0000 0000 5126", refundPends: "4000 0000 0000 7726" };

async function aPaidInvoice(card: string) {
  const person = await shop.aPayer();
  await shop.buys(person, { card });
  const invoice = await shop.world.db.invoice.findFirstOrThrow({ where: { userId: person.id, amountPaid: { gt: 0 } } });
  const { data: [charge] } = await shop.stripe.charges.list({ customer: invoice.customerId });
  return { person, invoice, charge: charge?.id ?? "" };
}

const refund = async (id: string) => shop.as(await shop.world.anAdmin()).query('mutation($id: ID!) { refundInvoice(invoiceId: $id, reason: "they asked") { amountRefunded } }', { id });
const rowsOf = async (customerId: string) => (await shop.world.db.refund.findMany({ where: { customerId }, orderBy: { createdAt: "asc" } })).map(({ status, amount }) => [status, amount]);
const refundedOf = async (id: string) => (await shop.world.db.invoice.findUniqueOrThrow({ where: { id } })).amountRefunded;
const incidentsOf = (customerId: string) => shop.world.db.billingIncident.findMany({ where: { customerId, kind: "refund-failed" } });
const failuresNoted = (person: Person) => shop.world.db.auditEntry.count({ where: { action: "billing.refund.failed", severity: "WARNING", subjectId: person.id } });
const mailsOf = async ({ email }: Person) => (await subjectsTo(shop.world, email)).filter((subject) => /refund/i.test(subject));
const hourPasses = async () => {
  shop.world.clock.forward(hours(2));
  await shop.deliver();
};

test("a refund that fails at the bank is taken back, told to administrators once, and a later one really is another", async () => {
  const { person, invoice, charge } = await aPaidInvoice(CARD.refundFails);
  expect((await refund(invoice.id)).data.refundInvoice.amountRefunded).toBe(1200);
  await shop.deliver();
  expect(await mailsOf(person)).toHaveLength(1);
  await hourPasses();
  await hourPasses();

  expect([await rowsOf(invoice.customerId), await refundedOf(invoice.id)]).toEqual([[["failed", 1200]], 0]);
  const ledger = await shop.world.db.ledgerEntry.findMany({ where: { customerId: invoice.customerId } });
  expect(ledger.reduce((sum, { amount }) => sum + amount, 0)).toBe(1200);
  const { data: [failed] } = await shop.stripe.refunds.list({ charge });
  expect(await incidentsOf(invoice.customerId)).toMatchObject([{ key: `refund-failed:${failed?.id}`, userId: person.id, detail: expect.stringContaining("€12.00"), resolvedAt: null }]);
  expect(await failuresNoted(person)).toBe(1);

  expect((await refund(invoice.id)).data.refundInvoice.amountRefunded).toBe(1200);
  expect((await shop.stripe.refunds.list({ charge })).data.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
});

test("a refund that is called back while it is on its way is told too, though no money had moved; of it no mail was written", async () => {
  const { person, invoice, charge } = await aPaidInvoice(CARD.refundPends);
  const { id } = await shop.stripe.refunds.create({ charge, amount: 500 });
  await shop.deliver();
  expect([await rowsOf(invoice.customerId), await refundedOf(invoice.id)]).toEqual([[["pending", 500]], 500]);
  await shop.stripe.refunds.cancel(id);
  await shop.deliver();
  expect([await rowsOf(invoice.customerId), await refundedOf(invoice.id)]).toEqual([[["canceled", 500]], 0]);
  expect(await incidentsOf(invoice.customerId)).toMatchObject([{ key: `refund-failed:${id}` }]);
  expect([await failuresNoted(person), await mailsOf(person)]).toEqual([1, []]);
});

test("one of ours that has failed before any of it was written down is told as well", async () => {
  const { person, invoice } = await aPaidInvoice(CARD.refundFails);
  await shop.world.context().gateways.payments.refundInvoice({ invoiceId: invoice.stripeId, amount: null, reason: "because", key: "refund:1", requestId: "0196d3c0-0000-7000-8000-000000000001" });
  await hourPasses();
  expect([await failuresNoted(person), await mailsOf(person)]).toEqual([1, []]);
  expect(await incidentsOf(invoice.customerId)).toHaveLength(1);
});

test("a refund that is on its way is told of when it has gone through", async () => {
  const { person, invoice, charge } = await aPaidInvoice(CARD.refundPends);
  await shop.stripe.refunds.create({ charge, amount: 500 });
  await shop.deliver();
  expect(await mailsOf(person)).toEqual([]);
  await hourPasses();
  expect(await rowsOf(invoice.customerId)).toEqual([["succeeded", 500]]);
  expect([await mailsOf(person), await incidentsOf(invoice.customerId)]).toEqual([[expect.any(String)], []]);
});

test("however many refunds a payment has, all are known", async () => {
  const { invoice, charge } = await aPaidInvoice("4242 4242 4242 4242");
  for (let part = 0; part < 12; part++) await shop.stripe.refunds.create({ charge, amount: 10 });
  await shop.deliver();
  expect([(await rowsOf(invoice.customerId)).length, await refundedOf(invoice.id)]).toEqual([12, 120]);
});
