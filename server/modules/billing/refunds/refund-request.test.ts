import { openDispute } from "../../../../sandbox/stripe/billing";
import { PaymentsUnavailable, type PaymentsPort } from "../../../gateways/payments/port";
import { days, hours, minutes } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import type { Person } from "../../../testing";
import { openShop, type Shop } from "../../../testing/billing";
import { refundInvoice } from "./refund-invoice";

let shop: Shop;
let admin: Person;
beforeAll(async () => {
  shop = await openShop();
  admin = await shop.world.anAdmin();
});
afterAll(() => shop.close());
afterEach(() => shop.sandbox.interpose(() => null));

async function aPaidInvoice(card?: string) {
  const person = await shop.aPayer();
  await shop.buys(person, { card });
  return shop.world.db.invoice.findFirstOrThrow({ where: { userId: person.id, amountPaid: { gt: 0 } } });
}
type Paid = Awaited<ReturnType<typeof aPaidInvoice>>;

const REFUND = "mutation($id: ID!, $amount: Int, $reason: String!) { refundInvoice(invoiceId: $id, amount: $amount, reason: $reason) { amountRefunded } }";
const refund = ({ id }: Paid, amount?: number, reason = "asked again") => shop.as(admin).query(REFUND, { id, amount, reason });

const atStripe = async ({ customerId: customer }: Paid) => {
  const { data } = await shop.stripe.charges.list({ customer, expand: ["data.refunds"] });
  return data.flatMap(({ refunds }) => refunds?.data ?? []).map(({ amount }) => amount);
};
const requestsOf = ({ stripeId: invoiceId }: Paid) => shop.world.db.refundRequest.findMany({ where: { invoiceId }, orderBy: { createdAt: "asc" } });
const statesOf = async (invoice: Paid) => (await requestsOf(invoice)).map(({ status }) => status);
const trail = async ({ userId: subjectId }: Paid) =>
  (await shop.world.db.auditEntry.findMany({ where: { action: "billing.invoice.refunded", subjectId } })).map(({ actorId, metadata }) => ({ actorId, ...(metadata as { amount: number; reason: string }) }));

/** The payments, with another end for a refund once Stripe has made it. */
const ending = (payments: PaymentsPort, end: () => never): PaymentsPort => ({ ...payments, within: (duration) => ending(payments.within(duration), end), refundInvoice: async (wish) => (await payments.refundInvoice(wish), end()) });

/** A refund whose answer never reaches us, or during which the process dies: what is written by then is all there is. */
async function refundWithoutAnswer({ id }: Paid, amount?: number): Promise<void> {
  const plain = shop.contextOf(admin);
  const lost = () => { throw new PaymentsUnavailable("lost"); };
  const ctx: Context = { ...plain, gateways: { ...plain.gateways, payments: ending(plain.gateways.payments, lost) } };
  await expect(refundInvoice(ctx, { invoiceId: id, amount, reason: "asked for first" })).rejects.toThrow("lost");
}

test.each([400, undefined])("a refund whose answer was lost is the same one when it is asked for again, whatever its webhook wrote meanwhile: %s", async (amount) => {
  const invoice = await aPaidInvoice();
  await refundWithoutAnswer(invoice, amount);
  await shop.deliver();
  shop.world.clock.forward(hours(3));
  expect(await statesOf(invoice)).toEqual(["PENDING"]);
  expect((await refund(invoice, amount)).data.refundInvoice.amountRefunded).toBe(amount ?? invoice.amountPaid);
  expect(await atStripe(invoice)).toEqual([amount ?? invoice.amountPaid]);
  expect(await requestsOf(invoice)).toMatchObject([{ status: "DONE", refundId: expect.stringMatching(/^re_/), actorId: admin.id }]);
  expect(await trail(invoice)).toMatchObject([{ actorId: admin.id, amount: amount ?? invoice.amountPaid, reason: "asked for first" }]);
});

test("another wish is another refund, also while the end of the first is not known", async () => {
  const invoice = await aPaidInvoice();
  await refundWithoutAnswer(invoice, 400);
  expect((await refund(invoice, 300)).data.refundInvoice.amountRefunded).toBe(700);
  expect((await atStripe(invoice)).sort()).toEqual([300, 400]);
});

test("one that nobody asked for again for a day is looked up: if it went through that is noted and said, and only the next is a new one", async () => {
  const invoice = await aPaidInvoice();
  await refundWithoutAnswer(invoice, 400);
  shop.world.clock.forward(days(1));
  expect(await refund(invoice, 400)).toMatchObject({ code: "CONFLICT", errors: [{ message: expect.stringContaining("has gone through after all") }] });
  expect(await atStripe(invoice)).toEqual([400]);
  expect(await trail(invoice)).toMatchObject([{ actorId: admin.id, amount: 400, reason: "asked for first" }]);
  shop.world.clock.forward(minutes(2));
  expect((await refund(invoice, 400)).data.refundInvoice.amountRefunded).toBe(800);
  expect(await statesOf(invoice)).toEqual(["DONE", "DONE"]);
});

test("one that went through, and then failed at the bank, is asked for anew after a day", async () => {
  const invoice = await aPaidInvoice("4000 0000 0000 5126");
  await refundWithoutAnswer(invoice);
  shop.world.clock.forward(days(1));
  expect((await refund(invoice)).data.refundInvoice.amountRefunded).toBe(1200);
  expect(await atStripe(invoice)).toEqual([1200, 1200]);
  expect(await statesOf(invoice)).toEqual(["FAILED", "DONE"]);
});

test("one that never reached Stripe is asked for anew after a day", async () => {
  const invoice = await aPaidInvoice();
  const { id } = await shop.world.db.refundRequest.create({ data: { invoiceId: invoice.stripeId, amount: 400, actorId: admin.id, reason: "asked for first", status: "PENDING", createdAt: shop.world.clock.now(), updatedAt: shop.world.clock.now() } });
  shop.world.clock.forward(days(1));
  expect((await refund(invoice, 400)).data.refundInvoice.amountRefunded).toBe(400);
  expect(await requestsOf(invoice)).toMatchObject([{ id, status: "FAILED" }, { status: "DONE" }]);
  expect(await trail(invoice)).toMatchObject([{ reason: "asked again" }]);
});

test("a refund that Stripe answered with an error but made all the same is not made twice", async () => {
  const invoice = await aPaidInvoice();
  await shop.fails({ mode: "500", count: 2, path: "/v1/refunds" });
  expect((await refund(invoice, 100)).code).toBe("PAYMENT_PROVIDER_UNAVAILABLE");
  await shop.fails({ mode: "none" });
  const [request] = await requestsOf(invoice);
  expect(request?.status).toBe("FAILED");
  const { data } = await shop.stripe.charges.list({ customer: invoice.customerId });
  await shop.stripe.refunds.create({ charge: data[0]?.id, amount: 100, metadata: { requestId: request?.id ?? "" } });
  expect((await refund(invoice, 100)).code).toBe("CONFLICT");
  expect(await atStripe(invoice)).toEqual([100]);
  expect(await trail(invoice)).toMatchObject([{ amount: 100 }]);
});

test("what Stripe refuses for a reason that is new to us is told apart, and does not stand in the way of the next try", async () => {
  const invoice = await aPaidInvoice();
  shop.sandbox.interpose(({ method, path }) => (method === "POST" && path === "/v1/refunds" ? { status: 400, body: { error: { type: "invalid_request_error", message: "The balance is too low." } } } : null));
  expect(await refund(invoice, 100)).toMatchObject({ code: "CONFLICT", errors: [{ message: expect.stringContaining("Stripe refuses") }] });
  shop.sandbox.interpose(() => null);
  expect((await refund(invoice, 100)).data.refundInvoice.amountRefunded).toBe(100);
  expect(await statesOf(invoice)).toEqual(["FAILED", "DONE"]);
});

test("of one wish one request waits at most, however many write at once", async () => {
  const at = { createdAt: shop.world.clock.now(), updatedAt: shop.world.clock.now() };
  const request = (amount: number | null) => shop.world.db.refundRequest.create({ data: { invoiceId: "in_once", amount, reason: "because", status: "PENDING", ...at } });
  await request(null);
  await request(100);
  await expect(request(null)).rejects.toThrow("Unique constraint");
  await expect(request(100)).rejects.toThrow("Unique constraint");
});

describe("with a credit", () => {
  test("what was paid for a year is not given back beside a credit for the same time, which is said with its amount", async () => {
    const person = await shop.aPayer();
    await shop.buys(person, { price: "premium_year" });
    const invoice = await shop.world.db.invoice.findFirstOrThrow({ where: { userId: person.id } });
    shop.world.clock.forward(minutes(5));
    await shop.as(person).query("mutation($p: ID!) { changeSubscriptionPrice(priceId: $p) { status } }", { p: await shop.priceId() });
    await shop.deliver();
    const customer = await shop.stripe.customers.retrieve(invoice.customerId);
    const credit = customer.deleted ? 0 : -customer.balance;
    expect(credit).toBeGreaterThan(0);

    const refused = await refund(invoice);
    expect(refused).toMatchObject({ code: "CONFLICT", errors: [{ message: expect.stringContaining(`a credit of €${(credit / 100).toFixed(2)} at Stripe`) }] });
    expect([await atStripe(invoice), await requestsOf(invoice)]).toEqual([[], []]);

    await shop.stripe.customers.createBalanceTransaction(invoice.customerId, { amount: credit, currency: "eur", description: "Given back as money" });
    expect((await refund(invoice)).data.refundInvoice.amountRefunded).toBe(invoice.amountPaid);
  });

  test("a credit that comes up while the end of a refund is not known does not hide that it was made", async () => {
    const invoice = await aPaidInvoice();
    await refundWithoutAnswer(invoice, 400);
    await shop.stripe.customers.update(invoice.customerId, { balance: -500 });
    expect((await refund(invoice, 400)).data.refundInvoice.amountRefunded).toBe(400);
    expect(await atStripe(invoice)).toEqual([400]);
  });
});

describe("paid in parts", () => {
  /** Two months' payments, told as the two parts of the first month's invoice: this Stripe takes no part payments. */
  async function anInvoicePaidInTwo() {
    const invoice = await aPaidInvoice();
    shop.world.clock.forward(days(32));
    await shop.deliver();
    const all = await shop.world.db.invoice.findMany({ where: { userId: invoice.userId, amountPaid: { gt: 0 } } });
    const data = (await Promise.all(all.map(async ({ stripeId }) => (await shop.stripe.invoicePayments.list({ invoice: stripeId })).data))).flat();
    expect(data).toHaveLength(2);
    shop.sandbox.interpose(({ path }) => (path.startsWith("/v1/invoice_payments") ? { status: 200, body: { object: "list", data, has_more: false, url: "/v1/invoice_payments" } } : null));
    return invoice;
  }

  test("all of an invoice that was paid in parts is given back, and noted as one refund", async () => {
    const invoice = await anInvoicePaidInTwo();
    await refundWithoutAnswer(invoice);
    expect((await refund(invoice)).code).toBeNull();
    expect(await atStripe(invoice)).toEqual([1200, 1200]);
    expect(await trail(invoice)).toMatchObject([{ amount: 2400 }]);
  });

  test("where one part has nothing left the other is given back", async () => {
    const invoice = await anInvoicePaidInTwo();
    const { data } = await shop.stripe.charges.list({ customer: invoice.customerId });
    await shop.stripe.refunds.create({ charge: data[0]?.id });
    expect((await refund(invoice)).code).toBeNull();
    expect(await atStripe(invoice)).toEqual([1200, 1200]);
    expect(await trail(invoice)).toMatchObject([{ amount: 1200 }]);
  });

  test("where one part can't be given back that is said, and the next look finds what was", async () => {
    const invoice = await anInvoicePaidInTwo();
    const { data } = await shop.stripe.charges.list({ customer: invoice.customerId });
    const books = shop.sandbox.stripe;
    books.atomically(() => openDispute(books, data[0]?.id ?? "", {}));
    expect(await refund(invoice)).toMatchObject({ code: "CONFLICT", errors: [{ message: expect.stringContaining("disputed") }] });
    expect(await atStripe(invoice)).toEqual([1200]);
    expect(await refund(invoice)).toMatchObject({ code: "CONFLICT", errors: [{ message: expect.stringContaining("has gone through after all") }] });
    expect(await trail(invoice)).toMatchObject([{ amount: 1200 }]);
  });

  test("a part of it is refused, and why", async () => {
    const invoice = await anInvoicePaidInTwo();
    expect(await refund(invoice, 100)).toMatchObject({ code: "CONFLICT", errors: [{ message: expect.stringContaining("paid in several parts") }] });
    expect(await atStripe(invoice)).toEqual([]);
  });
});
