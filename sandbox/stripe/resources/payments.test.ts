import type Stripe from "stripe";

import { startSandbox } from "../../testing";
import { stripeOf } from "../pages/testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

const paid = async (amount = 1200, method = "pm_card_visa") => {
  const intent = await stripe.paymentIntents.create({ amount, currency: "eur", payment_method: method, confirm: true });
  return { intent, charge: String(intent.latest_charge) };
};

test("a card is made from a token, attached, found with its customer, and detached", async () => {
  const { id: customer } = await stripe.customers.create({ name: "Card" });
  const made = await stripe.paymentMethods.create({ type: "card", card: { token: "tok_mastercard" }, billing_details: { name: "Card", address: { country: "DE" } } });
  expect(made).toMatchObject({ customer: null, card: { brand: "mastercard", last4: "4444" }, billing_details: { name: "Card", address: { country: "DE", city: null } } });
  expect(await stripe.paymentMethods.attach(made.id, { customer })).toMatchObject({ customer });
  expect((await stripe.paymentMethods.list({ customer, type: "card" })).data).toHaveLength(1);
  expect((await stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
  expect((await stripe.customers.retrievePaymentMethod(customer, made.id)).id).toBe(made.id);
  expect((await stripe.paymentMethods.update(made.id, { billing_details: { email: "card@etude.test" }, card: { exp_year: 2040 }, metadata: { main: "yes" } })).card?.exp_year).toBe(2040);
  expect(await stripe.paymentMethods.detach(made.id)).toMatchObject({ customer: null });
  await expect(stripe.paymentMethods.detach(made.id)).rejects.toThrow("not attached");
  await expect(stripe.customers.retrievePaymentMethod(customer, made.id)).rejects.toMatchObject({ code: "resource_missing" });
});

test("a card whose number is none of Stripe's test cards is refused", async () => {
  await expect(stripe.paymentMethods.create({ type: "card", card: { number: "4539148803436467", exp_month: 1, exp_year: 2040 } })).rejects.toMatchObject({ code: "incorrect_number" });
  await expect(stripe.paymentMethods.create({ type: "card", card: { token: "tok_nothing" } })).rejects.toMatchObject({ code: "resource_missing" });
});

test("a payment is made, confirmed, captured in part, or called off", async () => {
  const waiting = await stripe.paymentIntents.create({ amount: 500, currency: "eur", description: "Lesson" });
  expect(waiting.status).toBe("requires_payment_method");
  await stripe.paymentIntents.update(waiting.id, { amount: 600 });
  expect(await stripe.paymentIntents.confirm(waiting.id, { payment_method: "pm_card_visa" })).toMatchObject({ status: "succeeded", amount_received: 600 });
  const held = await stripe.paymentIntents.create({ amount: 700, currency: "eur", capture_method: "manual", payment_method: "pm_card_visa", confirm: true });
  expect(held.status).toBe("requires_capture");
  expect(await stripe.paymentIntents.capture(held.id, { amount_to_capture: 400 })).toMatchObject({ status: "succeeded", amount_received: 400 });
  const off = await stripe.paymentIntents.create({ amount: 800, currency: "eur" });
  expect((await stripe.paymentIntents.cancel(off.id, { cancellation_reason: "duplicate" })).status).toBe("canceled");
  await expect(stripe.paymentIntents.confirm(off.id, { payment_method: "pm_card_visa" })).rejects.toMatchObject({ code: "payment_intent_unexpected_state" });
  expect((await stripe.paymentIntents.list({ limit: 3 })).data).toHaveLength(3);
});

test("a card that asks its owner leaves the payment waiting for that", async () => {
  const { intent } = await paid(900, "pm_card_authenticationRequired");
  expect(intent).toMatchObject({ status: "requires_action", next_action: { type: "use_stripe_sdk" } });
});

test("a card is kept for later by a setup intent, unless it is refused", async () => {
  const { id: customer } = await stripe.customers.create({ name: "Later" });
  const setup = await stripe.setupIntents.create({ customer, payment_method: "pm_card_visa", confirm: true });
  expect(setup.status).toBe("succeeded");
  await expect(stripe.setupIntents.create({ customer, payment_method: "pm_card_chargeDeclined", confirm: true })).rejects.toMatchObject({ type: "StripeCardError" });
  const waiting = await stripe.setupIntents.create({ customer });
  expect((await stripe.setupIntents.update(waiting.id, { description: "A card" })).description).toBe("A card");
  expect((await stripe.setupIntents.confirm(waiting.id, { payment_method: "pm_card_mastercard" })).status).toBe("succeeded");
  const off = await stripe.setupIntents.create({ customer });
  expect((await stripe.setupIntents.cancel(off.id)).status).toBe("canceled");
  expect((await stripe.setupIntents.list({ customer })).data).toHaveLength(4);
  expect((await stripe.setupIntents.retrieve(off.id)).id).toBe(off.id);
});

test("a payment is given back in parts, and never more than there is", async () => {
  const { intent, charge } = await paid();
  const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 500, reason: "requested_by_customer", metadata: { by: "admin" } });
  expect(refund).toMatchObject({ amount: 500, status: "succeeded", charge });
  await expect(stripe.refunds.create({ charge, amount: 701 })).rejects.toMatchObject({ param: "amount", statusCode: 400 });
  await stripe.refunds.create({ charge });
  await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: "charge_already_refunded" });
  expect(await stripe.charges.retrieve(charge, { expand: ["refunds", "balance_transaction"] })).toMatchObject({ refunded: true, amount_refunded: 1200, refunds: { data: [{ amount: 700 }, { amount: 500 }] }, balance_transaction: { amount: 1200 } });
  expect((await stripe.refunds.list({ charge })).data).toHaveLength(2);
  expect((await stripe.refunds.update(refund.id, { metadata: { by: "" } })).metadata).toEqual({});
  await expect(stripe.refunds.cancel(refund.id)).rejects.toThrow("status of succeeded");
  expect((await stripe.refunds.retrieve(refund.id)).amount).toBe(500);
});

test("a disputed payment can't be refunded; the dispute is answered and won, or accepted", async () => {
  const { intent, charge } = await paid(1200, "pm_card_createDispute");
  const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data as [Stripe.Dispute];
  expect(dispute).toMatchObject({ status: "needs_response", charge, is_charge_refundable: false });
  expect(dispute).not.toHaveProperty("customer");
  await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: "charge_disputed" });
  expect((await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: "Draft" }, submit: false })).status).toBe("needs_response");
  expect((await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: "winning_evidence" } })).status).toBe("won");
  await expect(stripe.disputes.close(dispute.id)).rejects.toMatchObject({ code: "dispute_closed" });
  const second = await paid(1200, "pm_card_createDispute");
  const [other] = (await stripe.disputes.list({ charge: second.charge })).data as [Stripe.Dispute];
  expect((await stripe.disputes.close(other.id)).status).toBe("lost");
  expect((await stripe.disputes.retrieve(other.id)).balance_transactions).toHaveLength(1);
});

test("a warning of fraud stands on its charge", async () => {
  const { charge } = await paid(1200, "pm_card_createIssuerFraudRecord");
  const [warning] = (await stripe.radar.earlyFraudWarnings.list({ charge })).data as [Stripe.Radar.EarlyFraudWarning];
  expect(warning).toMatchObject({ charge, actionable: true });
  expect((await stripe.radar.earlyFraudWarnings.retrieve(warning.id)).id).toBe(warning.id);
});

test("charges and the account's balance are found", async () => {
  const { intent, charge } = await paid();
  expect((await stripe.charges.list({ payment_intent: intent.id })).data.map(({ id }) => id)).toEqual([charge]);
  expect((await stripe.charges.update(charge, { description: "Course", metadata: { a: "b" } })).description).toBe("Course");
  const [entry] = (await stripe.balanceTransactions.list({ source: charge })).data as [Stripe.BalanceTransaction];
  expect((await stripe.balanceTransactions.retrieve(entry.id)).net).toBe(entry.amount - entry.fee);
  expect(await stripe.charges.create({ amount: 300, currency: "eur", source: "tok_visa" })).toMatchObject({ paid: true, captured: true });
  const held = await stripe.charges.create({ amount: 300, currency: "eur", source: "tok_visa", capture: false });
  expect((await stripe.charges.capture(held.id)).captured).toBe(true);
});
