import { answerDispute, cancelPaymentIntent, capturePaymentIntent, closeDispute, confirmPaymentIntent, createPaymentIntent, createRefund, failRefund, openDispute } from "..";
import { aCustomer, aPurchase, aWorld, paying } from "../testing";

/** Premium, paid with that card: the charge. */
function aPayment(card = "visa") {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { customer } = aPurchase(world, paying(card));
  const [charge] = world.books.shelf("charge").all();
  world.told();
  return { world, customer, charge: charge?.id ?? "", intent: String(charge?.payment_intent), chargeNow: () => world.books.shelf("charge").get(charge?.id ?? "") };
}

test("a partial refund, then the rest: only then is the charge refunded, and nothing is left to refund", () => {
  const { world, charge, chargeNow } = aPayment();
  world.call((books) => createRefund(books, { charge, amount: 200, reason: "requested_by_customer" }));
  expect(chargeNow()).toMatchObject({ amount_refunded: 200, refunded: false });
  expect(world.told()).toEqual(["refund.created", "charge.refunded"]);
  expect(world.last("charge.refunded").data.previous_attributes).toMatchObject({ amount_refunded: 0 });
  expect(world.call((books) => createRefund(books, { charge }))).toMatchObject({ amount: 1000, status: "succeeded" });
  expect(chargeNow()).toMatchObject({ amount_refunded: 1200, refunded: true });
  expect(() => world.call((books) => createRefund(books, { charge }))).toThrow("already been refunded");
});

test("a refund finds its charge by the payment intent, and is never more than was paid", () => {
  const { world, intent } = aPayment();
  expect(() => world.call((books) => createRefund(books, { payment_intent: intent, amount: 1201 }))).toThrow("greater than unrefunded amount");
  expect(world.call((books) => createRefund(books, { payment_intent: intent }))).toMatchObject({ payment_intent: intent, amount: 1200 });
});

test("a refund that the bank can't take fails later, and the money is refundable again", () => {
  const { world, charge, chargeNow } = aPayment("refundFail");
  const { id, status } = world.call((books) => createRefund(books, { charge }));
  expect(status).toBe("succeeded");
  world.told();
  world.pass(3600);
  expect(world.told()).toEqual(["refund.updated", "refund.failed", "charge.updated"]);
  expect(world.books.shelf("refund").get(id)).toMatchObject({ status: "failed", failure_reason: "unknown" });
  expect(chargeNow()).toMatchObject({ amount_refunded: 0, refunded: false });
});

test("a charge's list has all its refunds as they stand, also those that failed, ten at a time", () => {
  const { world, charge, chargeNow } = aPayment("refundFail");
  world.call((books) => createRefund(books, { charge, amount: 100 }));
  world.pass(3600);
  expect(chargeNow().refunds).toMatchObject({ data: [{ status: "failed" }], has_more: false });
  for (let part = 0; part < 10; part++) world.call((books) => createRefund(books, { charge, amount: 10 }));
  expect([chargeNow().refunds?.data.length, chargeNow().refunds?.has_more]).toEqual([10, true]);
  const pending = aPayment("pendingRefund");
  pending.world.call((books) => createRefund(books, { charge: pending.charge, amount: 100 }));
  pending.world.pass(3600);
  expect(pending.chargeNow().refunds?.data).toMatchObject([{ status: "succeeded" }]);
});

test("a refund to a bank, or to the card that stands for it, is pending for an hour, and may be called back meanwhile", () => {
  const { world, charge } = aPayment("pendingRefund");
  const { id, status } = world.call((books) => createRefund(books, { charge, amount: 500 }));
  expect(status).toBe("pending");
  world.pass(3600);
  expect(world.last("refund.updated").data).toMatchObject({ object: { id, status: "succeeded" }, previous_attributes: { status: "pending" } });
  const other = world.call((books) => createRefund(books, { charge }));
  expect(world.call((books) => failRefund(books, other.id, "canceled")).status).toBe("canceled");
  world.told();
  world.pass(7200);
  expect(world.told()).toEqual([]);
});

test("the card that is disputed opens a dispute of the whole payment, and it can't be refunded any more", () => {
  const { world, charge, chargeNow } = aPayment("createDispute");
  const [dispute] = world.books.shelf("dispute").all();
  expect(dispute).toMatchObject({ charge, amount: 1200, status: "needs_response", reason: "fraudulent", is_charge_refundable: false });
  expect(chargeNow().disputed).toBe(true);
  expect(() => world.call((books) => createRefund(books, { charge }))).toThrow("charged back");
});

test("a dispute that is won gives the money back; lost, it doesn't", () => {
  const { world, charge } = aPayment();
  const { id } = world.call((books) => openDispute(books, charge, {}));
  expect(world.told()).toEqual(["charge.dispute.created", "charge.updated", "charge.dispute.funds_withdrawn"]);
  expect(world.call((books) => closeDispute(books, id, "won"))).toMatchObject({ status: "won" });
  expect(world.told()).toEqual(["charge.dispute.closed", "charge.dispute.funds_reinstated"]);
  const other = aPayment("createDispute");
  const [dispute] = other.world.books.shelf("dispute").all();
  expect(other.world.call((books) => closeDispute(books, dispute?.id ?? "", "lost"))).toMatchObject({ status: "lost" });
});

test("a dispute is decided by evidence that Stripe's tests know, and lost by who says nothing", () => {
  const { world } = aPayment("createDispute");
  const [dispute] = world.books.shelf("dispute").all();
  const answered = world.call((books) => answerDispute(books, dispute?.id ?? "", { evidence: { uncategorized_text: "winning_evidence" }, submit: true }));
  expect(answered.status).toBe("won");
  const silent = aPayment("createDispute");
  silent.world.until("2027-02-01T00:00:00Z");
  expect(silent.world.books.shelf("dispute").all()[0]?.status).toBe("lost");
});

test("an inquiry takes no money, and just closes", () => {
  const { world, charge } = aPayment("createDisputeInquiry");
  const [inquiry] = world.books.shelf("dispute").all();
  expect(inquiry).toMatchObject({ charge, status: "warning_needs_response", balance_transactions: [], is_charge_refundable: true });
  expect(world.call((books) => closeDispute(books, inquiry?.id ?? "", "won")).status).toBe("warning_closed");
});

test("the card that its issuer calls a fraud gets an early warning", () => {
  const { world, charge } = aPayment("createIssuerFraudRecord");
  expect(world.last("radar.early_fraud_warning.created").data.object).toMatchObject({ charge, actionable: true });
});

test("a payment intent is confirmed, held, captured in part, or canceled", () => {
  const { world, customer } = aPayment();
  const held = world.call((books) => createPaymentIntent(books, { amount: 500, currency: "EUR", customer, payment_method: "pm_card_visa", capture_method: "manual", confirm: true }));
  expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 500 });
  expect(world.call((books) => capturePaymentIntent(books, held.id, { amount_to_capture: 300 }))).toMatchObject({ status: "succeeded", amount_received: 300 });
  const waiting = world.call((books) => createPaymentIntent(books, { amount: 500, currency: "eur" }));
  expect(waiting.status).toBe("requires_payment_method");
  expect(world.call((books) => cancelPaymentIntent(books, waiting.id, { cancellation_reason: "abandoned" })).status).toBe("canceled");
  expect(() => world.call((books) => confirmPaymentIntent(books, waiting.id, { payment_method: "pm_card_visa" }))).toThrow("status of canceled");
});

test("a payment that is refused is an error with its decline code, and the intent can be tried again", () => {
  const world = aWorld();
  const { id: customer } = aCustomer(world);
  const { id } = world.call((books) => createPaymentIntent(books, { amount: 500, currency: "eur", customer }));
  expect(() => world.call((books) => confirmPaymentIntent(books, id, { payment_method: "pm_card_visa_chargeDeclinedInsufficientFunds" }))).toThrow(expect.objectContaining({ status: 402, body: expect.objectContaining({ code: "card_declined", decline_code: "insufficient_funds" }) }));
  expect(world.books.shelf("payment_intent").get(id)).toMatchObject({ status: "requires_payment_method", last_payment_error: { decline_code: "insufficient_funds" } });
  expect(world.call((books) => confirmPaymentIntent(books, id, { payment_method: "pm_card_visa" })).status).toBe("succeeded");
});
