import { completeCheckout, expireCheckout } from "..";
import { StripeRefusal } from "../../books";
import { aCheckout, aCustomer, aPurchase, aWorld, invoicesOf, iso, paying, totalOf } from "../testing";

test("a completed checkout is a customer, a subscription that is active, and an invoice that is paid", () => {
  const world = aWorld();
  const { session, subscription, customer } = aPurchase(world, paying(), { client_reference_id: "learner-1", subscription_data: { metadata: { learner: "1" } } });
  expect(session).toMatchObject({ status: "complete", payment_status: "paid", amount_total: 1200, client_reference_id: "learner-1", url: null });
  expect(session.customer_details).toMatchObject({ email: "buyer@etude.test", name: "Clara Wieck", address: { country: "DE" } });
  expect(subscription).toMatchObject({ status: "active", metadata: { learner: "1" }, latest_invoice: session.invoice, currency: "eur" });
  const [invoice] = invoicesOf(world, customer);
  expect(invoice).toMatchObject({ id: session.invoice, status: "paid", total: 1200, amount_paid: 1200, amount_remaining: 0, billing_reason: "subscription_create", attempt_count: 1, parent: { subscription_details: { metadata: { learner: "1" } } } });
  expect(world.told()).toEqual([
    "customer.created",
    "payment_method.attached",
    "customer.updated",
    "invoice.created",
    "payment_intent.created",
    "invoice.finalized",
    "charge.succeeded",
    "charge.updated",
    "payment_intent.succeeded",
    "invoice_payment.paid",
    "invoice.updated",
    "invoice.paid",
    "invoice.payment_succeeded",
    "customer.subscription.created",
    "checkout.session.completed",
  ]);
});

test("the card that paid at the checkout pays the renewals", () => {
  const world = aWorld();
  const { subscription, customer } = aPurchase(world);
  world.until("2027-03-01T10:00:00Z");
  expect(world.books.shelf("subscription").get(subscription.id).status).toBe("active");
  expect(invoicesOf(world, customer).map(({ status }) => status)).toEqual(["paid", "paid"]);
});

test("a declined card leaves the checkout open and makes nothing but a failed payment", () => {
  const world = aWorld();
  const { id } = aCheckout(world);
  world.told();
  expect(world.call((books) => completeCheckout(books, id, paying("chargeDeclinedInsufficientFunds")))).toEqual({ outcome: "declined", message: "Your card has insufficient funds." });
  expect(world.told()).toEqual(["payment_intent.created", "charge.failed", "payment_intent.payment_failed"]);
  expect(world.books.shelf("checkout.session").get(id).status).toBe("open");
  expect(world.call((books) => completeCheckout(books, id, paying()))).toMatchObject({ outcome: "complete" });
});

test("a card that asks its owner changes nothing until the bank is answered", () => {
  const world = aWorld();
  const { id } = aCheckout(world);
  world.told();
  expect(world.call((books) => completeCheckout(books, id, paying("authenticationRequired")))).toEqual({ outcome: "authenticate" });
  expect(world.told()).toEqual([]);
  expect(world.call((books) => completeCheckout(books, id, paying("authenticationRequired", { authenticated: false })))).toMatchObject({ outcome: "declined" });
  expect(world.call((books) => completeCheckout(books, id, paying("authenticationRequired", { authenticated: true })))).toMatchObject({ outcome: "complete", session: { payment_status: "paid" } });
});

test("a checkout that nobody pays expires at its time, and is then closed", () => {
  const world = aWorld();
  const { id, expires_at } = aCheckout(world);
  expect(iso(expires_at)).toBe("2027-02-01T10:00:00Z");
  world.until("2027-02-01T10:00:00Z");
  expect(world.books.shelf("checkout.session").get(id)).toMatchObject({ status: "expired", url: null });
  expect(iso(world.last("checkout.session.expired").created)).toBe("2027-02-01T10:00:00Z");
  expect(() => world.call((books) => completeCheckout(books, id, paying()))).toThrow("no longer active");
  expect(() => world.call((books) => expireCheckout(books, id))).toThrow(StripeRefusal);
});

test("a session in another currency charges the price's amount in it, and the subscription stays in it", () => {
  const world = aWorld();
  const { session, subscription, customer } = aPurchase(world, paying(), { currency: "jpy" });
  expect(session).toMatchObject({ currency: "jpy", amount_total: 1900 });
  expect(subscription.currency).toBe("jpy");
  world.until("2027-03-01T10:00:00Z");
  expect(invoicesOf(world, customer).map(({ total, currency }) => [total, currency])).toEqual([
    [1900, "jpy"],
    [1900, "jpy"],
  ]);
});

test("a promotion code is taken off the first payment only, and counts as redeemed", () => {
  const world = aWorld();
  const open = aCheckout(world, { allow_promotion_codes: true });
  expect(totalOf(world, open, "start20")).toBe(960);
  const { session, customer } = aPurchase(world, paying("visa", { promotionCode: "START20" }), { allow_promotion_codes: true });
  expect(session).toMatchObject({ amount_subtotal: 1200, amount_total: 960, total_details: { amount_discount: 240 } });
  expect(world.books.shelf("coupon").get("START20").times_redeemed).toBe(1);
  world.until("2027-03-01T10:00:00Z");
  expect(invoicesOf(world, customer).map(({ total }) => total)).toEqual([960, 1200]);
});

test("a code that is none, or where none are allowed, is refused", () => {
  const world = aWorld();
  expect(() => totalOf(world, aCheckout(world, { allow_promotion_codes: true }), "NOTHING")).toThrow("invalid");
  expect(() => totalOf(world, aCheckout(world), "START20")).toThrow("invalid");
});

test("a trial is complete without a payment, and its card pays at its end", () => {
  const world = aWorld();
  const { session, subscription, customer } = aPurchase(world, paying(), { subscription_data: { trial_period_days: 7 } });
  expect(session).toMatchObject({ payment_status: "no_payment_required", amount_total: 0 });
  expect(subscription.status).toBe("trialing");
  expect(iso(subscription.trial_end)).toBe("2027-02-07T10:00:00Z");
  world.until("2027-02-07T12:00:00Z");
  expect(world.books.shelf("subscription").get(subscription.id).status).toBe("active");
  expect(invoicesOf(world, customer).map(({ total, status }) => [total, status])).toEqual([
    [0, "paid"],
    [1200, "paid"],
  ]);
});

test("a bank debit completes the checkout unpaid, and its money arrives minutes later", () => {
  const world = aWorld();
  const { session, subscription, customer } = aPurchase(world, paying("visa", { pay: { bankDebit: "succeeds" } }), { allowed_payment_method_types: ["card", "sepa_debit"] });
  expect(session).toMatchObject({ status: "complete", payment_status: "unpaid" });
  expect(subscription.status).toBe("active");
  expect(invoicesOf(world, customer)[0]?.status).toBe("open");
  world.told();
  world.pass(180);
  expect(world.told()).toEqual(expect.arrayContaining(["charge.succeeded", "payment_intent.succeeded", "invoice.paid", "checkout.session.async_payment_succeeded"]));
  expect(world.books.shelf("checkout.session").get(session.id).payment_status).toBe("paid");
  expect(invoicesOf(world, customer)[0]?.status).toBe("paid");
});

test("a bank debit that is returned makes the subscription past due, and is told of the checkout once", () => {
  const world = aWorld();
  const { session, subscription } = aPurchase(world, paying("visa", { pay: { bankDebit: "fails" } }), { allowed_payment_method_types: ["card", "sepa_debit"] });
  world.pass(180);
  expect(world.told()).toEqual(expect.arrayContaining(["charge.failed", "payment_intent.payment_failed", "invoice.payment_failed", "checkout.session.async_payment_failed"]));
  expect(world.books.shelf("subscription").get(subscription.id).status).toBe("past_due");
  expect(world.books.shelf("checkout.session").get(session.id).payment_status).toBe("unpaid");
  world.until("2027-03-10T10:00:00Z");
  expect(world.told()).not.toContain("checkout.session.async_payment_failed");
  expect(world.books.shelf("subscription").get(subscription.id).status).toBe("canceled");
});

test("a payment without a subscription is a payment intent of the session's amount", () => {
  const world = aWorld();
  const { session } = aOneTimePurchase(world);
  expect(session).toMatchObject({ mode: "payment", payment_status: "paid", amount_total: 3000, customer: null });
  expect(world.books.shelf("payment_intent").get(String(session.payment_intent))).toMatchObject({ status: "succeeded", amount_received: 3000 });
});

function aOneTimePurchase(world: ReturnType<typeof aWorld>) {
  const line = { price_data: { currency: "eur", unit_amount: 1500, product_data: { name: "A course" } }, quantity: 2 };
  const { id } = aCheckout(world, { mode: "payment", line_items: [line] });
  const done = world.call((books) => completeCheckout(books, id, paying()));
  if (done.outcome !== "complete") throw new Error(done.outcome);
  return done;
}

test("a checkout in setup mode keeps the card with the customer, and charges nothing", () => {
  const world = aWorld();
  const customer = aCustomer(world);
  const { id } = aCheckout(world, { mode: "setup", line_items: undefined, customer: customer.id, currency: "eur" });
  const done = world.call((books) => completeCheckout(books, id, paying("mastercard")));
  expect(done).toMatchObject({ outcome: "complete", session: { payment_status: "no_payment_required", amount_total: null } });
  expect(world.books.shelf("payment_method").all()[0]).toMatchObject({ customer: customer.id, card: { brand: "mastercard" } });
  expect(world.books.shelf("charge").all()).toHaveLength(0);
});

test("taxes that are asked for are reckoned on the session, the subscription and its invoices", () => {
  const world = aWorld();
  const { session, subscription, customer } = aPurchase(world, paying(), { automatic_tax: { enabled: true } });
  expect([session, subscription, invoicesOf(world, customer)[0]].map((one) => one?.automatic_tax.enabled)).toEqual([true, true, true]);
});

test("what a session is made with must fit its mode", () => {
  const world = aWorld();
  expect(() => aCheckout(world, { mode: "payment" })).toThrow("recurring");
  expect(() => aCheckout(world, { success_url: undefined })).toThrow("success_url");
  expect(() => aCheckout(world, { ui_mode: "hosted" })).toThrow("ui_mode");
  expect(() => aCheckout(world, { expires_at: Math.floor(Date.parse("2027-01-31T10:10:00Z") / 1000) })).toThrow("30 minutes");
  expect(() => aCheckout(world, { customer: "cus_nobody" })).toThrow("No such customer");
  expect(() => aCheckout(world, { line_items: [{ price: "price_none" }] })).toThrow("No such price");
});
