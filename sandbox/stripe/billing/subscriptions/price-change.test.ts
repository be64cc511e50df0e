import { collectInvoice, previewInvoice, updateCustomer, updateSubscription } from "..";
import { attach, methodNamed } from "../../cards";
import { aCustomer, aPurchase, aSubscription, aWorld, invoicesOf, iso, paying, seconds, subscriptionIn, type World } from "../testing";

/** A monthly member on the middle day of a month of 30 days. */
function aMonthlyMember(card = "pm_card_visa") {
  const world = aWorld("2027-04-01T00:00:00Z");
  const customer = aCustomer(world, "pm_card_visa");
  const { id, items } = aSubscription(world, customer.id);
  if (card !== "pm_card_visa") {
    const method = world.call((books) => attach(books, methodNamed(books, card), customer.id));
    world.call((books) => updateCustomer(books, customer.id, { invoice_settings: { default_payment_method: method.id } }));
  }
  world.until("2027-04-16T00:00:00Z");
  world.told();
  return { world, customer: customer.id, id, item: items.data[0]?.id ?? "" };
}

const toYearly = (world: World, item: string) => ({ items: [{ id: item, price: world.price("year") }], proration_behavior: "always_invoice", proration_date: seconds("2027-04-16T00:00:00Z") });

test("a change to yearly credits the unused half of the month, charges the year, and begins a period of its own", () => {
  const { world, customer, id, item } = aMonthlyMember();
  const changed = world.call((books) => updateSubscription(books, id, toYearly(world, item)));
  expect(changed.items.data[0]).toMatchObject({ id: item, price: { id: world.price("year") } });
  expect(iso(changed.items.data[0]?.current_period_end)).toBe("2028-04-16T00:00:00Z");
  const [, invoice] = invoicesOf(world, customer);
  expect(invoice).toMatchObject({ status: "paid", billing_reason: "subscription_update", total: 9000 });
  expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([-600, 9600]);
  expect(invoice?.lines.data[0]?.parent?.subscription_item_details).toMatchObject({ proration: true, subscription_item: item });
  expect(world.last("customer.subscription.updated").data.previous_attributes).toMatchObject({ billing_cycle_anchor: seconds("2027-04-01T00:00:00Z") });
  expect(world.last("customer.subscription.updated").data.previous_attributes).toHaveProperty("items");
});

test("a preview with the same date comes to the same as the change, to the cent, and leaves nothing behind", () => {
  // Of a month of 1200: half, and 715 131 of 2 592 000 seconds.
  for (const [instant, credit] of [["2027-04-16T00:00:00Z", -600], ["2027-04-22T17:21:09Z", -331]] as const) {
    const { world, customer, id, item } = aMonthlyMember();
    world.until(instant);
    world.told();
    const change = { ...toYearly(world, item), proration_date: seconds(instant) };
    const preview = previewInvoice(world.books, { customer, subscription: id, subscription_details: change });
    expect(world.told()).toEqual([]);
    expect(world.books.shelf("invoiceitem").all()).toHaveLength(0);
    world.pass(40 * 60);
    world.call((books) => updateSubscription(books, id, change));
    const [, invoice] = invoicesOf(world, customer);
    expect(invoice?.lines.data[0]?.amount).toBe(credit);
    expect([invoice?.amount_due, invoice?.total]).toEqual([preview.amount_due, preview.total]);
    expect(invoice?.lines.data.map(({ amount, description }) => [amount, description])).toEqual(preview.lines.data.map(({ amount, description }) => [amount, description]));
  }
});

test("a change back to monthly credits the rest of the year to the customer, who pays nothing for months", () => {
  const { world, customer, id, item } = aMonthlyMember();
  world.call((books) => updateSubscription(books, id, toYearly(world, item)));
  world.until("2027-10-16T00:00:00Z");
  const half = { items: [{ id: item, price: world.price("month") }], proration_behavior: "always_invoice" };
  world.call((books) => updateSubscription(books, id, half));
  const [, , back] = invoicesOf(world, customer);
  expect(back).toMatchObject({ status: "paid", amount_due: 0 });
  expect(back?.total).toBeLessThan(-3500);
  const credit = world.books.shelf("customer").get(customer).balance;
  expect(credit).toBe(back?.total);
  world.until("2027-11-16T02:00:00Z");
  expect(invoicesOf(world, customer)[3]).toMatchObject({ status: "paid", total: 1200, amount_due: 0, starting_balance: credit, ending_balance: credit + 1200 });
});

test("more of the same price is charged for the rest of the period, with the next invoice unless it is asked for at once", () => {
  const { world, customer, id, item } = aMonthlyMember();
  world.call((books) => updateSubscription(books, id, { items: [{ id: item, quantity: 2 }] }));
  expect(invoicesOf(world, customer)).toHaveLength(1);
  expect(world.books.shelf("invoiceitem").all().map(({ amount }) => amount).sort((one, other) => one - other)).toEqual([-600, 1200]);
  world.until("2027-05-01T02:00:00Z");
  expect(invoicesOf(world, customer)[1]?.lines.data.map(({ amount }) => amount)).toEqual([-600, 1200, 2400]);
  expect(subscriptionIn(world, id).status).toBe("active");
});

test("without proration the change costs nothing now", () => {
  const { world, customer, id, item } = aMonthlyMember();
  world.call((books) => updateSubscription(books, id, { items: [{ id: item, quantity: 2 }], proration_behavior: "none" }));
  world.until("2027-05-01T02:00:00Z");
  expect(invoicesOf(world, customer).map(({ total }) => total)).toEqual([1200, 2400]);
});

test("with pending_if_incomplete a change waits for its payment, and is applied when that is made", () => {
  const { world, id, item } = aMonthlyMember("pm_card_chargeCustomerFail");
  const changed = world.call((books) => updateSubscription(books, id, { ...toYearly(world, item), payment_behavior: "pending_if_incomplete" }));
  expect(changed).toMatchObject({ status: "active", pending_update: { expires_at: seconds("2027-04-16T23:00:00Z") } });
  expect(changed.items.data[0]?.price.id).toBe(world.price("month"));
  world.told();
  world.call((books) => collectInvoice(books, String(changed.latest_invoice), { payment_method: "pm_card_visa" }));
  const applied = subscriptionIn(world, id);
  expect(applied).toMatchObject({ status: "active", pending_update: null });
  expect(applied.items.data[0]?.price.id).toBe(world.price("year"));
  expect(world.told()).toEqual(expect.arrayContaining(["customer.subscription.updated", "customer.subscription.pending_update_applied"]));
});

test("a change that nobody pays is off after 23 hours, its invoice void, and the old price renews", () => {
  const { world, customer, id, item } = aMonthlyMember("pm_card_chargeCustomerFail");
  world.call((books) => updateSubscription(books, id, { ...toYearly(world, item), payment_behavior: "pending_if_incomplete" }));
  world.until("2027-04-17T00:00:00Z");
  expect(world.told()).toContain("customer.subscription.pending_update_expired");
  expect(subscriptionIn(world, id)).toMatchObject({ status: "active", pending_update: null });
  expect(invoicesOf(world, customer)[1]?.status).toBe("void");
  world.until("2027-05-01T00:00:00Z");
  expect(invoicesOf(world, customer)[2]?.lines.data.map(({ amount }) => amount)).toEqual([1200]);
});

test("with error_if_incomplete a change whose payment fails leaves everything as it was", () => {
  const { world, customer, id, item } = aMonthlyMember("pm_card_chargeCustomerFail");
  const before = subscriptionIn(world, id);
  expect(() => world.call((books) => updateSubscription(books, id, { ...toYearly(world, item), payment_behavior: "error_if_incomplete" }))).toThrow("declined");
  expect(subscriptionIn(world, id)).toEqual(before);
  expect(invoicesOf(world, customer)).toHaveLength(1);
  expect(world.books.shelf("invoiceitem").all()).toHaveLength(0);
  expect(world.told()).toEqual([]);
});

test("a change within a trial costs nothing and keeps the trial", () => {
  const world = aWorld("2027-04-01T00:00:00Z");
  const { subscription, customer } = aPurchase(world, paying(), { subscription_data: { trial_period_days: 10 } });
  const item = subscription.items.data[0]?.id ?? "";
  const changed = world.call((books) => updateSubscription(books, subscription.id, { items: [{ id: item, price: world.price("year") }], proration_behavior: "always_invoice" }));
  expect(changed).toMatchObject({ status: "trialing", trial_end: subscription.trial_end });
  world.until("2027-04-11T02:00:00Z");
  expect(invoicesOf(world, customer).map(({ total }) => total)).toEqual([0, 9600]);
  expect(iso(subscriptionIn(world, subscription.id).items.data[0]?.current_period_end)).toBe("2028-04-11T00:00:00Z");
});

test("what a discount took from the price is taken from the credit too", () => {
  const world = aWorld("2027-04-01T00:00:00Z");
  const { subscription, customer } = aPurchase(world, paying("visa", { promotionCode: "START20" }), { allow_promotion_codes: true });
  world.until("2027-04-16T00:00:00Z");
  world.call((books) => updateSubscription(books, subscription.id, toYearly(world, subscription.items.data[0]?.id ?? "")));
  expect(invoicesOf(world, customer)[1]?.lines.data.map(({ amount }) => amount)).toEqual([-480, 9600]);
});

test("the next invoice can be seen before it comes, and none is seen of what ends", () => {
  const { world, customer, id } = aMonthlyMember();
  expect(previewInvoice(world.books, { customer, subscription: id })).toMatchObject({ amount_due: 1200, next_payment_attempt: seconds("2027-05-01T01:00:00Z") });
  expect(previewInvoice(world.books, { customer })).toMatchObject({ amount_due: 1200 });
  world.call((books) => updateSubscription(books, id, { cancel_at_period_end: true }));
  expect(() => previewInvoice(world.books, { customer, subscription: id })).toThrow("No upcoming invoices");
});
