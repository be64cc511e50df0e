import { aCheckout } from "../../../../sandbox/stripe/pages/testing";
import { CannotRefund, type PaymentsPort } from "../../../gateways/payments/port";
import { minutes } from "../../../platform/clock";
import type { Api, Person } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { openShop, type Shop } from "../../../testing/billing";
import { redeemTrial } from "../trials/trial-marks";
import { refundInvoice } from "./refund-invoice";

jest.setTimeout(30_000);

let shop: Shop;
let admin: Api;
beforeAll(async () => {
  shop = await openShop();
  await shop.pays((await aCheckout(shop.stripe)).url); // Whatever is called first takes longer than a person would wait.
  admin = shop.as(await shop.world.anAdmin());
});
afterAll(() => shop.close());

const REFUND = `mutation($invoiceId: ID!, $reason: String!, $amount: Int) {
  refundInvoice(invoiceId: $invoiceId, reason: $reason, amount: $amount) { id status amountPaid amountRefunded }
}`;
const refund = (invoiceId: string, more: { reason?: string; amount?: number } = {}, api = admin) => api.query(REFUND, { invoiceId, reason: "asked for within two weeks", ...more });

async function aPaidInvoice() {
  const person = await shop.world.aLearner({ email: `buyer-${++buyers}@etude.test` });
  await redeemTrial(shop.world.context(), { subscriptionId: "sub_before", emailKey: person.email, card: null }); // A trial first would leave nothing to refund.
  await shop.buys(person);
  const invoice = await shop.world.db.invoice.findFirstOrThrow({ where: { userId: person.id, amountPaid: { gt: 0 } } });
  return { person, invoice };
}
let buyers = 0;

const subscriptionOf = async (person: Person) => (await shop.world.db.subscription.findFirstOrThrow({ where: { userId: person.id } })).stripeId;
const refundsOf = async (customer: string) => {
  const { data } = await shop.stripe.charges.list({ customer, limit: 100 });
  return (await Promise.all(data.map(async ({ id }) => (await shop.stripe.refunds.list({ charge: id })).data))).flat().map(({ amount }) => amount);
};
const planOf = async (person: Person) => (await shop.as(person).query("{ me { plan } }")).data.me.plan as string;
const trail = async (person: Person) => {
  const entries = await shop.world.db.auditEntry.findMany({ where: { action: "billing.invoice.refunded", subjectId: person.id }, orderBy: { at: "asc" } });
  return entries.map(({ metadata }) => metadata);
};

test("a full refund gives all of it back, and is written down before it is answered; premium goes, and the subscription with it", async () => {
  const { person, invoice } = await aPaidInvoice();
  expect(await planOf(person)).toBe("PREMIUM");
  const { data, code } = await refund(invoice.id, { reason: "  a mistake of ours  " });
  expect({ code, ...data.refundInvoice }).toEqual({ code: null, id: invoice.id, status: "PAID", amountPaid: invoice.amountPaid, amountRefunded: invoice.amountPaid });
  expect(await planOf(person)).toBe("FREE");
  const [entry] = await trail(person);
  expect(entry).toEqual({ invoiceId: invoice.stripeId, asked: "all that is left", refundId: expect.stringMatching(/^re_/), amount: invoice.amountPaid, currency: invoice.currency, reason: "a mistake of ours" });
  await shop.deliver();
  expect((await shop.stripe.subscriptions.retrieve(await subscriptionOf(person))).status).toBe("canceled");
  expect(await refundsOf(invoice.customerId)).toEqual([invoice.amountPaid]);
});

test("a part that is given back takes nothing away, and all that is left can follow", async () => {
  const { person, invoice } = await aPaidInvoice();
  expect((await refund(invoice.id, { amount: 300 })).data.refundInvoice.amountRefunded).toBe(300);
  await shop.deliver();
  expect(await planOf(person)).toBe("PREMIUM");
  expect((await refund(invoice.id)).data.refundInvoice.amountRefunded).toBe(invoice.amountPaid);
  expect((await refundsOf(invoice.customerId)).sort()).toEqual([300, invoice.amountPaid - 300].sort());
});

test.each([{ amount: undefined }, { amount: 200 }])("clicked many times at once it is one refund: %j", async ({ amount }) => {
  const { invoice } = await aPaidInvoice();
  const answers = await Promise.all(["one", "two", "three", "four"].map((word) => refund(invoice.id, { amount, reason: `reason ${word}` })));
  for (const { code, data } of answers) expect(code ?? data.refundInvoice.amountRefunded).toBe(amount ?? invoice.amountPaid);
  expect(await refundsOf(invoice.customerId)).toEqual([amount ?? invoice.amountPaid]);
});

test.each([{ amount: undefined }, { amount: 200 }])("clicked again once it is done it is still one refund, until a minute has passed: %j", async ({ amount }) => {
  const { person, invoice } = await aPaidInvoice();
  for (let click = 0; click < 3; click++) expect((await refund(invoice.id, { amount })).data.refundInvoice.amountRefunded).toBe(amount ?? invoice.amountPaid);
  expect(await refundsOf(invoice.customerId)).toEqual([amount ?? invoice.amountPaid]);
  expect(await trail(person)).toHaveLength(1);
  shop.world.clock.forward(minutes(2));
  expect((await refund(invoice.id, { amount: 150 })).code).toBe(amount ? null : "CONFLICT");
  if (amount) expect((await refund(invoice.id, { amount })).data.refundInvoice.amountRefunded).toBe(550);
});

test("what can't be given back is refused with the reason, and nothing is noted", async () => {
  const { person, invoice } = await aPaidInvoice();
  expect(await refund(invoice.id, { amount: invoice.amountPaid + 1 })).toMatchObject({ code: "CONFLICT", errors: [{ message: "That is more than what is left of this invoice." }] });
  await refund(invoice.id);
  shop.world.clock.forward(minutes(2));
  const again = await refund(invoice.id);
  expect(again).toMatchObject({ code: "CONFLICT", errors: [{ message: "All of this invoice has been refunded already." }] });
  expect(await trail(person)).toHaveLength(1);
});

test("an invoice that was not paid is refused", async () => {
  const person = await shop.world.aLearner();
  await shop.buys(person);
  const free = await shop.world.db.invoice.findFirst({ where: { userId: person.id, amountPaid: 0 } });
  expect(await refund(free?.id ?? "")).toMatchObject({ code: "CONFLICT", errors: [{ message: "This invoice was not paid, so there is nothing to refund." }] });
});

/** A gateway that answers a refund as told. */
const refusing = (error: Error): PaymentsPort => ({ ...shop.world.context().gateways.payments, within: () => refusing(error), refundInvoice: () => Promise.reject(error) });

test.each(["nothing-left", "too-much", "disputed", "not-paid", "several-payments", "refused"] as const)("Stripe's refusal because it is %s is told in a sentence", async (reason) => {
  const { invoice } = await aPaidInvoice();
  const ctx = shop.world.context();
  const asked = refundInvoice({ ...ctx, gateways: { ...ctx.gateways, payments: refusing(new CannotRefund(reason)) } }, { invoiceId: invoice.id, reason: "because" });
  await expect(asked).rejects.toMatchObject({ name: "Refusal", code: "CONFLICT", message: expect.stringMatching(/\.$/) });
});

test("a Stripe that fails leaves nothing noted, and a later try refunds once", async () => {
  const { person, invoice } = await aPaidInvoice();
  await shop.fails({ mode: "500", count: 4, path: "/v1/refunds" });
  expect((await refund(invoice.id)).code).toBe("PAYMENT_PROVIDER_UNAVAILABLE");
  expect(await trail(person)).toEqual([]);
  await shop.fails({ mode: "none" });
  expect((await refund(invoice.id)).data.refundInvoice.amountRefunded).toBe(invoice.amountPaid);
});

test("a refund asks for a reason, a right amount and an invoice that is there", async () => {
  const { invoice } = await aPaidInvoice();
  for (const reason of ["", " no ", "x".repeat(501)]) expect(await refund(invoice.id, { reason })).toMatchObject({ code: "BAD_USER_INPUT", field: "reason" });
  for (const amount of [0, -5]) expect(await refund(invoice.id, { amount })).toMatchObject({ code: "BAD_USER_INPUT", field: "amount" });
  for (const unknown of ["not-an-id", invoice.stripeId, "00000000-0000-7000-8000-000000000000"]) expect((await refund(unknown)).code).toBe("NOT_FOUND");
});

test("only administrators refund", async () => {
  const { person, invoice } = await aPaidInvoice();
  expect((await refund(invoice.id, {}, shop.as(person))).code).toBe("FORBIDDEN");
  expect((await refund(invoice.id, {}, shop.world.nobody())).code).toBe("UNAUTHENTICATED");
  expect(await auditTrail(shop.world, "billing.invoice.refunded", person.id)).toEqual([]);
});
