import { advanceClock, cancelSubscription, createClock, deleteClock, pauseSubscription, resumeSubscription, updateSubscription } from "..";
import { aCustomer, aPurchase, aSubscription, aWorld, invoicesOf, iso, paying, seconds, subscriptionIn } from "../testing";

test("canceled at its period's end it stays active until then, and ends without another invoice", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription, customer } = aPurchase(world);
  const canceled = world.call((books) => updateSubscription(books, subscription.id, { cancel_at_period_end: true, cancellation_details: { feedback: "too_expensive", comment: "No time." } }));
  expect(canceled).toMatchObject({ status: "active", cancel_at_period_end: true, cancel_at: seconds("2027-02-15T09:30:00Z"), cancellation_details: { feedback: "too_expensive", comment: "No time.", reason: "cancellation_requested" } });
  world.told();
  world.until("2027-02-16T00:00:00Z");
  expect(world.told()).toEqual(["customer.subscription.deleted"]);
  expect(subscriptionIn(world, subscription.id)).toMatchObject({ status: "canceled", ended_at: seconds("2027-02-15T09:30:00Z") });
  expect(invoicesOf(world, customer)).toHaveLength(1);
});

test("a cancellation that is taken back leaves nothing of itself, and the subscription renews", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription } = aPurchase(world);
  world.call((books) => updateSubscription(books, subscription.id, { cancel_at_period_end: true }));
  const resumed = world.call((books) => updateSubscription(books, subscription.id, { cancel_at_period_end: false }));
  expect(resumed).toMatchObject({ cancel_at: null, cancel_at_period_end: false, canceled_at: null, cancellation_details: { reason: null } });
  expect(world.last("customer.subscription.updated").data.previous_attributes).toMatchObject({ cancel_at_period_end: true, cancel_at: seconds("2027-02-15T09:30:00Z") });
  world.until("2027-02-16T00:00:00Z");
  expect(subscriptionIn(world, subscription.id).status).toBe("active");
});

test("it ends at a date that is named, in the middle of a period", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription } = aPurchase(world);
  world.call((books) => updateSubscription(books, subscription.id, { cancel_at: seconds("2027-01-20T00:00:00Z") }));
  world.until("2027-01-21T00:00:00Z");
  expect(iso(subscriptionIn(world, subscription.id).ended_at)).toBe("2027-01-20T00:00:00Z");
});

test("canceled at once it is over, and can't be canceled again", () => {
  const world = aWorld();
  const { subscription } = aPurchase(world);
  expect(world.call((books) => cancelSubscription(books, subscription.id))).toMatchObject({ status: "canceled", cancellation_details: { reason: "cancellation_requested" } });
  expect(() => world.call((books) => cancelSubscription(books, subscription.id))).toThrow("No such subscription");
  expect(() => world.call((books) => updateSubscription(books, subscription.id, { items: [] }))).toThrow("canceled subscription");
});

test("canceled at once with its unused time given back, the customer has a credit", () => {
  const world = aWorld("2027-04-01T00:00:00Z");
  const { subscription, customer } = aPurchase(world);
  world.until("2027-04-16T00:00:00Z");
  world.call((books) => cancelSubscription(books, subscription.id, { prorate: true, invoice_now: true }));
  expect(invoicesOf(world, customer)[1]).toMatchObject({ status: "paid", total: -600, amount_due: 0 });
  expect(world.books.shelf("customer").get(customer).balance).toBe(-600);
});

test("the end of a trial is told three days before, and the trial then becomes paid", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription } = aPurchase(world, paying(), { subscription_data: { trial_period_days: 10 } });
  world.told();
  world.until("2027-01-22T09:30:00Z");
  expect(world.told()).toEqual(["invoice.upcoming", "customer.subscription.trial_will_end"]);
  expect(iso(world.last("customer.subscription.trial_will_end").created)).toBe("2027-01-22T09:30:00Z");
  world.until("2027-01-25T09:30:00Z");
  expect(subscriptionIn(world, subscription.id).status).toBe("active");
  expect(world.last("customer.subscription.updated").data.previous_attributes).toMatchObject({ status: "trialing" });
});

test("of a trial of a day it is told at once that it will end", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  aPurchase(world, paying(), { subscription_data: { trial_period_days: 1 } });
  world.pass(60);
  expect(iso(world.last("customer.subscription.trial_will_end").created)).toBe("2027-01-15T09:30:00Z");
});

test("a trial whose card fails becomes past due when it is charged", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription } = aPurchase(world, paying("chargeCustomerFail"), { subscription_data: { trial_period_days: 10 } });
  world.until("2027-01-25T10:00:00Z");
  expect(subscriptionIn(world, subscription.id).status).toBe("active");
  world.until("2027-01-25T11:00:00Z");
  expect(subscriptionIn(world, subscription.id).status).toBe("past_due");
});

test.each([
  ["cancel", "canceled", "customer.subscription.deleted"],
  ["pause", "paused", "customer.subscription.paused"],
  ["create_invoice", "past_due", "invoice.payment_failed"],
] as const)("a trial without a card ends as was arranged: %s makes it %s", (missing_payment_method, status, told) => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const customer = aCustomer(world, undefined, { payment_method: undefined, invoice_settings: undefined });
  const { id } = aSubscription(world, customer.id, { trial_period_days: 10, trial_settings: { end_behavior: { missing_payment_method } } });
  world.until("2027-01-25T12:00:00Z");
  expect(subscriptionIn(world, id).status).toBe(status);
  expect(world.told()).toContain(told);
});

test("a trial that is ended by hand is charged on the spot", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription, customer } = aPurchase(world, paying(), { subscription_data: { trial_period_days: 10 } });
  const ended = world.call((books) => updateSubscription(books, subscription.id, { trial_end: "now" }));
  expect(ended.status).toBe("active");
  expect(iso(ended.items.data[0]?.current_period_end)).toBe("2027-02-15T09:30:00Z");
  expect(invoicesOf(world, customer).map(({ total, status }) => [total, status])).toEqual([
    [0, "paid"],
    [1200, "paid"],
  ]);
});

test("a first payment that fails leaves the subscription incomplete, and after 23 hours it expires with its invoice", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const customer = aCustomer(world, "pm_card_chargeCustomerFail");
  const { id, status } = aSubscription(world, customer.id);
  expect(status).toBe("incomplete");
  world.until("2027-01-16T08:30:00Z");
  expect(subscriptionIn(world, id)).toMatchObject({ status: "incomplete_expired", ended_at: seconds("2027-01-16T08:30:00Z") });
  expect(invoicesOf(world, customer.id)[0]?.status).toBe("void");
});

test("with error_if_incomplete a first payment that fails leaves no subscription", () => {
  const world = aWorld();
  const customer = aCustomer(world, "pm_card_chargeCustomerFail");
  expect(() => aSubscription(world, customer.id, { payment_behavior: "error_if_incomplete" })).toThrow("declined");
  expect(world.books.shelf("subscription").all()).toHaveLength(0);
});

test("paused by request it has no invoices until it is resumed, and its period then begins anew", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const customer = aCustomer(world);
  const { id } = aSubscription(world, customer.id);
  expect(world.call((books) => pauseSubscription(books, id))).toMatchObject({ status: "paused", status_details: { paused: { subscription: { type: "pause_requested" } } } });
  world.until("2027-05-01T00:00:00Z");
  expect(invoicesOf(world, customer.id)).toHaveLength(1);
  const resumed = world.call((books) => resumeSubscription(books, id));
  expect(resumed.status).toBe("active");
  expect(iso(resumed.items.data[0]?.current_period_end)).toBe("2027-06-01T00:00:00Z");
  expect(world.told()).toEqual(expect.arrayContaining(["customer.subscription.paused", "customer.subscription.resumed"]));
});

test("while its collection is paused, invoices are voided, until a date", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const customer = aCustomer(world);
  const { id } = aSubscription(world, customer.id);
  world.call((books) => updateSubscription(books, id, { pause_collection: { behavior: "void", resumes_at: seconds("2027-03-01T00:00:00Z") } }));
  world.until("2027-03-16T00:00:00Z");
  expect(subscriptionIn(world, id)).toMatchObject({ status: "active", pause_collection: null });
  expect(invoicesOf(world, customer.id).map(({ status }) => status)).toEqual(["paid", "void", "paid"]);
});

test("a test clock moves its own customers only, and three months make three invoices", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const clock = world.call((books) => createClock(books, { frozen_time: seconds("2030-01-31T00:00:00Z") }));
  const onClock = aCustomer(world, "pm_card_visa", { test_clock: clock.id });
  const { id } = aSubscription(world, onClock.id);
  const { customer: other } = aPurchase(world);
  const advancing = world.call((books) => advanceClock(books, clock.id, { frozen_time: seconds("2030-04-30T02:00:00Z") }));
  expect(advancing.status).toBe("advancing");
  expect(world.books.shelf("test_helpers.test_clock").get(clock.id)).toMatchObject({ status: "ready", frozen_time: seconds("2030-04-30T02:00:00Z") });
  expect(invoicesOf(world, onClock.id).map(({ status, created }) => [status, iso(created)])).toEqual([
    ["paid", "2030-01-31T00:00:00Z"],
    ["paid", "2030-02-28T00:00:00Z"],
    ["paid", "2030-03-31T00:00:00Z"],
    ["paid", "2030-04-30T00:00:00Z"],
  ]);
  expect(subscriptionIn(world, id).test_clock).toBe(clock.id);
  expect(invoicesOf(world, other)).toHaveLength(1);
  expect(() => world.call((books) => advanceClock(books, clock.id, { frozen_time: seconds("2030-01-01T00:00:00Z") }))).toThrow("must be after");
});

test("the wall clock doesn't move who stands on a test clock, and a deleted clock takes its customers with it", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const clock = world.call((books) => createClock(books, { frozen_time: seconds("2027-01-15T00:00:00Z") }));
  const { id: customer } = aCustomer(world, "pm_card_visa", { test_clock: clock.id });
  const { id } = aSubscription(world, customer);
  world.until("2027-06-01T00:00:00Z");
  expect(invoicesOf(world, customer)).toHaveLength(1);
  world.call((books) => deleteClock(books, clock.id));
  expect(subscriptionIn(world, id).status).toBe("canceled");
  expect(world.books.shelf("customer").wasRemoved(customer)).toBe(true);
});
