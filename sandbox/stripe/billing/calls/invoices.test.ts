import { collectInvoice, confirmPaymentIntent, createInvoice, createInvoiceItem, deleteCustomer, deleteDraft, finalizeInvoice, markUncollectible, payInvoice, updateCustomer, updateInvoiceItem, voidInvoice } from "..";
import { freshCard } from "../../cards";
import { aCheckout, aCustomer, aPurchase, aSubscription, aWorld, invoicesOf, iso, paying, seconds, subscriptionIn } from "../testing";

/** A draft over 7 euros. */
function aDraft(card = "pm_card_visa", autoAdvance = false) {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { id: customer } = aCustomer(world, card);
  world.call((books) => createInvoiceItem(books, { customer, amount: 700, currency: "eur", description: "A lesson" }));
  const { id } = world.call((books) => createInvoice(books, { customer, currency: "eur", pending_invoice_items_behavior: "include", auto_advance: autoAdvance }));
  world.told();
  return { world, customer, id, now: () => world.books.shelf("invoice").get(id) };
}

test("a draft that goes on by itself is final and paid after an hour; another waits for somebody's hand", () => {
  const goesOn = aDraft("pm_card_visa", true);
  goesOn.world.pass(3600);
  expect(goesOn.now()).toMatchObject({ status: "paid", total: 700, billing_reason: "manual" });
  const waits = aDraft();
  waits.world.pass(30 * 86_400);
  expect(waits.now().status).toBe("draft");
});

test("one made final by hand is collected an hour later, if it goes on by itself", () => {
  const { world, id, now } = aDraft("pm_card_visa", true);
  world.call((books) => finalizeInvoice(books, id));
  expect(now()).toMatchObject({ status: "open", attempted: false, next_payment_attempt: seconds("2027-01-15T10:30:00Z") });
  world.pass(3600);
  expect(now().status).toBe("paid");
});

test("what is on a draft can be changed, and comes off with it", () => {
  const { world, id, now, customer } = aDraft();
  const [item] = world.books.shelf("invoiceitem").all();
  world.call((books) => updateInvoiceItem(books, item?.id ?? "", { amount: 900 }));
  world.call((books) => createInvoiceItem(books, { customer, amount: 100, currency: "eur", invoice: id }));
  expect(now()).toMatchObject({ total: 1000, amount_due: 1000 });
  world.call((books) => deleteDraft(books, id));
  expect(world.books.shelf("invoice").wasRemoved(id)).toBe(true);
  expect(world.books.shelf("invoiceitem").all().map(({ invoice }) => invoice)).toEqual([null, null]);
});

test("an open invoice is taken back or given up, and paid elsewhere", () => {
  const taken = aDraft();
  taken.world.call((books) => finalizeInvoice(books, taken.id));
  expect(taken.world.call((books) => voidInvoice(books, taken.id))).toMatchObject({ status: "void" });
  expect(taken.world.told()).toEqual(expect.arrayContaining(["payment_intent.canceled", "invoice.voided"]));
  const given = aDraft();
  given.world.call((books) => finalizeInvoice(books, given.id));
  expect(given.world.call((books) => markUncollectible(books, given.id)).status).toBe("uncollectible");
  expect(given.world.call((books) => collectInvoice(books, given.id, { paid_out_of_band: true }))).toMatchObject({ status: "paid", amount_remaining: 0 });
});

test("without anything to pay with, a call to pay is refused, and the attempt is in the books", () => {
  const world = aWorld();
  const customer = aCustomer(world, undefined, { payment_method: undefined, invoice_settings: undefined });
  world.call((books) => createInvoiceItem(books, { customer: customer.id, amount: 700, currency: "eur" }));
  const { id } = world.call((books) => createInvoice(books, { customer: customer.id, currency: "eur", pending_invoice_items_behavior: "include" }));
  expect(() => world.call((books) => collectInvoice(books, id))).toThrow("no `default_payment_method`");
  expect(world.told()).toContain("invoice.payment_failed");
});

test("a credit that the customer has is used first", () => {
  const { world, id, now, customer } = aDraft();
  world.call((books) => updateCustomer(books, customer, { balance: -500 }));
  world.call((books) => collectInvoice(books, id));
  expect(now()).toMatchObject({ status: "paid", total: 700, amount_due: 200, amount_paid: 200, starting_balance: -500, ending_balance: 0 });
});

test("a subscription whose invoices are sent is active until one is not paid in time, and again when it is", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { id: customer } = aCustomer(world);
  const { id, status } = aSubscription(world, customer, { collection_method: "send_invoice", days_until_due: 10 });
  expect(status).toBe("active");
  world.until("2027-01-15T11:00:00Z");
  expect(world.told()).toContain("invoice.sent");
  world.until("2027-01-26T00:00:00Z");
  expect(subscriptionIn(world, id).status).toBe("past_due");
  expect(world.told()).toContain("invoice.overdue");
  world.call((books) => collectInvoice(books, invoicesOf(world, customer)[0]?.id ?? "", { payment_method: "pm_card_visa" }));
  expect(subscriptionIn(world, id).status).toBe("active");
});

test("a first payment that waits for its buyer makes the subscription active when the intent is confirmed", () => {
  const world = aWorld();
  const { id: customer } = aCustomer(world);
  const { id, status, latest_invoice } = aSubscription(world, customer, { payment_behavior: "default_incomplete", payment_settings: { save_default_payment_method: "on_subscription" } });
  expect(status).toBe("incomplete");
  const [payment] = world.books.shelf("invoice").get(String(latest_invoice)).payments?.data ?? [];
  world.call((books) => confirmPaymentIntent(books, String(payment?.payment.payment_intent), { payment_method: "pm_card_mastercard" }));
  expect(subscriptionIn(world, id).status).toBe("active");
  expect(subscriptionIn(world, id).default_payment_method).not.toBeNull();
});

test("a renewal that its bank wants to be asked for is past due until its owner answers on the invoice's page", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription, customer } = aPurchase(world, paying("authenticationRequired", { authenticated: true }));
  world.until("2027-02-15T11:00:00Z");
  expect(world.told()).toContain("invoice.payment_action_required");
  expect(subscriptionIn(world, subscription.id).status).toBe("past_due");
  const id = invoicesOf(world, customer)[1]?.id ?? "";
  const card = freshCard("authenticationRequired", world.books.now());
  expect(world.call((books) => payInvoice(books, id, { card }))).toEqual({ outcome: "authenticate" });
  expect(world.call((books) => payInvoice(books, id, { card }, { authenticated: true }))).toMatchObject({ outcome: "paid" });
  expect(subscriptionIn(world, subscription.id).status).toBe("active");
});

test("a customer that is deleted ends its subscriptions and closes its checkouts, and nothing falls due for it any more", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription, customer } = aPurchase(world);
  const { id: session } = aCheckout(world, { customer });
  world.call((books) => deleteCustomer(books, customer));
  expect(subscriptionIn(world, subscription.id).status).toBe("canceled");
  expect(world.books.shelf("checkout.session").get(session).status).toBe("expired");
  world.told();
  world.until("2027-06-01T00:00:00Z");
  expect(world.told()).toEqual([]);
});

test("a customer who has paid in a currency is asked for it again, where the price has an amount in it", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { customer } = aPurchase(world, paying(), { currency: "gbp" });
  expect(aCheckout(world, { customer })).toMatchObject({ currency: "gbp", amount_total: 1100 });
  expect(() => aCheckout(world, { customer, currency: "usd" })).toThrow("combine currencies");
});

test("a coupon of some months takes its part that long", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  world.call((books) => {
    const start20 = books.shelf("coupon").get("START20");
    books.create("coupon", { ...start20, id: "TWO_MONTHS", percent_off: null, amount_off: 500, currency: "eur", duration: "repeating", duration_in_months: 2 });
  });
  const { id: customer } = aCustomer(world);
  aSubscription(world, customer, { discounts: [{ coupon: "TWO_MONTHS" }] });
  world.until("2027-04-16T00:00:00Z");
  expect(invoicesOf(world, customer).map(({ total, created }) => [total, iso(created)?.slice(0, 10)])).toEqual([
    [700, "2027-01-15"],
    [700, "2027-02-15"],
    [1200, "2027-03-15"],
    [1200, "2027-04-15"],
  ]);
});
