import type Stripe from "stripe";

import { startSandbox } from "../../../testing";
import { aMember, CARD, look, send, stripeOf, typed } from "../testing";

const A_MONTH_AND_MORE = 33 * 24 * 3600;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

/** A member whose card pays once, and fails at the renewal. */
async function anOpenInvoice() {
  const member = await aMember(stripe);
  const failing = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: member.customer.id });
  await stripe.subscriptions.update(member.subscription.id, { default_payment_method: failing.id });
  await sandbox.pass(A_MONTH_AND_MORE);
  const [invoice] = (await stripe.invoices.list({ customer: member.customer.id, status: "open" })).data;
  return { ...member, invoice: invoice as Stripe.Invoice, url: invoice?.hosted_invoice_url ?? "" };
}

test("a paid invoice shows what it was for, and is a PDF", async () => {
  const { invoice } = await aMember(stripe);
  const { status, text } = await look(invoice.hosted_invoice_url ?? "");
  expect(status).toBe(200);
  for (const part of [invoice.number ?? "", "Etude Premium", "€12.00", "Paid on", "Download as PDF"]) expect(text).toContain(part);
  expect(text).not.toMatch(/<script|onclick=|javascript:/i);
  const pdf = await fetch(invoice.invoice_pdf ?? "");
  expect([pdf.status, pdf.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  const bytes = Buffer.from(await pdf.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.length).toBeGreaterThan(1500);
});

test("an open invoice is paid on its page, and the subscription is in good standing again", async () => {
  const { url, subscription } = await anOpenInvoice();
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("past_due");
  expect((await look(url)).text).toContain("Pay €12.00");
  expect((await send(url, typed(CARD.pays))).status).toBe(303);
  expect((await look(url)).text).toContain("Paid on");
  expect((await stripe.subscriptions.retrieve(subscription.id, { expand: ["default_payment_method"] }))).toMatchObject({ status: "active", default_payment_method: { card: { last4: "4242" } } });
});

test("a declined card leaves the invoice open and says so", async () => {
  const { url, invoice } = await anOpenInvoice();
  const { status, text } = await send(url, typed(CARD.isDeclined));
  expect(status).toBe(200);
  expect(text).toMatch(/role="alert"[^>]*><p>[^<]*declined[^<]*still to be paid/);
  expect((await stripe.invoices.retrieve(invoice.id ?? "")).status).toBe("open");
});

test("a card that asks its owner first pays through the bank's page, and not when that fails", async () => {
  const { url, invoice } = await anOpenInvoice();
  const { location } = await send(url, typed(CARD.asksFirst));
  expect(location).toMatch(/\/authenticate$/);
  const failed = await send(`${sandbox.url}${location}`, { result: "fail" });
  expect(failed.location).toContain("declined=authentication");
  await send(url, typed(CARD.asksFirst));
  await send(`${sandbox.url}${location}`, { result: "approve" });
  expect((await stripe.invoices.retrieve(invoice.id ?? "")).status).toBe("paid");
});

test("what was refunded is told on the invoice", async () => {
  const { customer, invoice } = await aMember(stripe);
  const [charge] = (await stripe.charges.list({ customer: customer.id })).data;
  await stripe.refunds.create({ charge: charge?.id, amount: 500 });
  expect((await look(invoice.hosted_invoice_url ?? "")).text).toContain("€5.00");
});

test("an invoice that was never made is not found", async () => {
  expect((await look(`${sandbox.url}/i/test_none`)).status).toBe(404);
});
