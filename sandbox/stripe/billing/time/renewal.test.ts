import { catchUp, nextDue, setLastResort, updateCustomer, collectInvoice, changeDefaultCard } from "..";
import { freshCard, attach, methodNamed } from "../../cards";
import { aCheckout, aCustomer, aPurchase, aSubscription, aWorld, invoicesOf, iso, paying, seconds, subscriptionIn } from "../testing";
import { periodEnd } from "../subscriptions/change";

const endOf = (world: ReturnType<typeof aWorld>, id: string) => iso(periodEnd(subscriptionIn(world, id)));

test("a subscription of the 31st renews on 28 February, and on 31 March again", () => {
  const world = aWorld("2027-01-31T10:00:00Z");
  const { subscription } = aPurchase(world);
  expect(endOf(world, subscription.id)).toBe("2027-02-28T10:00:00Z");
  world.until("2027-02-28T10:00:00Z");
  expect(endOf(world, subscription.id)).toBe("2027-03-31T10:00:00Z");
  world.until("2027-03-31T10:00:00Z");
  expect(endOf(world, subscription.id)).toBe("2027-04-30T10:00:00Z");
});

test("a yearly one of 29 February renews on 28 February until the next leap year", () => {
  const world = aWorld("2028-02-29T10:00:00Z");
  const { subscription } = aPurchase(world, paying(), { line_items: [{ price: world.price("year"), quantity: 1 }] });
  expect(endOf(world, subscription.id)).toBe("2029-02-28T10:00:00Z");
  for (const year of [2029, 2030, 2031]) world.until(`${year}-02-28T12:00:00Z`);
  expect(endOf(world, subscription.id)).toBe("2032-02-29T10:00:00Z");
});

test("a jump of three months makes three invoices, each at its own time", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { customer } = aPurchase(world);
  world.until("2027-04-16T00:00:00Z");
  const invoices = invoicesOf(world, customer);
  expect(invoices.map(({ status, created, status_transitions: { paid_at } }) => [status, iso(created), iso(paid_at)])).toEqual([
    ["paid", "2027-01-15T09:30:00Z", "2027-01-15T09:30:00Z"],
    ["paid", "2027-02-15T09:30:00Z", "2027-02-15T10:30:00Z"],
    ["paid", "2027-03-15T09:30:00Z", "2027-03-15T10:30:00Z"],
    ["paid", "2027-04-15T09:30:00Z", "2027-04-15T10:30:00Z"],
  ]);
  expect(new Set(invoices.map(({ number }) => number)).size).toBe(4);
});

test("a renewal is a draft for an hour, then final and paid, and told of in Stripe's order", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  const { subscription, customer } = aPurchase(world);
  world.told();
  world.until("2027-02-08T09:30:00Z");
  expect(world.told()).toEqual(["invoice.upcoming"]);
  world.until("2027-02-15T09:30:00Z");
  expect(world.told()).toEqual(["invoice.created", "customer.subscription.updated"]);
  expect(invoicesOf(world, customer)[1]).toMatchObject({ status: "draft", billing_reason: "subscription_cycle", automatically_finalizes_at: seconds("2027-02-15T10:30:00Z") });
  const { previous_attributes: before } = world.last("customer.subscription.updated").data;
  expect(before).toMatchObject({ latest_invoice: subscription.latest_invoice });
  expect(before).toHaveProperty("items");
  world.until("2027-02-15T10:30:00Z");
  expect(world.told()).toEqual(["payment_intent.created", "invoice.finalized", "charge.succeeded", "charge.updated", "payment_intent.succeeded", "invoice_payment.paid", "invoice.updated", "invoice.paid", "invoice.payment_succeeded"]);
});

test("seven days before a renewal its invoice is told of, with the amount, and is on no shelf", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  aPurchase(world);
  world.until("2027-02-10T00:00:00Z");
  const upcoming = world.last("invoice.upcoming");
  expect(upcoming.data.object).toMatchObject({ object: "invoice", amount_due: 1200, billing_reason: "upcoming" });
  expect(upcoming.created).toBe(seconds("2027-02-08T09:30:00Z"));
  expect(world.books.shelf("invoice").all()).toHaveLength(1);
});

test("what is due next is told, and only by the wall clock", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  expect(nextDue(world.books)).toBeNull();
  aPurchase(world);
  expect(iso(nextDue(world.books))).toBe("2027-02-08T09:30:00Z");
  aCheckout(world);
  expect(iso(nextDue(world.books))).toBe("2027-01-16T09:30:00Z");
});

test("to catch up twice changes nothing", () => {
  const world = aWorld("2027-01-15T09:30:00Z");
  aPurchase(world);
  world.until("2027-03-20T00:00:00Z");
  world.told();
  world.call(catchUp);
  expect(world.told()).toEqual([]);
});

/** A member whose card works at first and fails at the first renewal, which is at 09:30 on 15 February and charged an hour later. */
function aFailingMember() {
  const world = aWorld("2027-01-15T09:30:00Z");
  const customer = aCustomer(world, "pm_card_visa");
  const subscription = aSubscription(world, customer.id);
  const failing = world.call((books) => attach(books, methodNamed(books, "pm_card_chargeCustomerFail"), customer.id));
  world.call((books) => updateCustomer(books, customer.id, { invoice_settings: { default_payment_method: failing.id } }));
  world.told();
  return { world, customer: customer.id, id: subscription.id };
}

test("a failing card makes the subscription past due, and is tried again after 3, 5 and 7 days", () => {
  const { world, id, customer } = aFailingMember();
  world.until("2027-02-15T11:00:00Z");
  expect(subscriptionIn(world, id).status).toBe("past_due");
  expect(world.told()).toEqual(expect.arrayContaining(["charge.failed", "payment_intent.payment_failed", "invoice.updated", "invoice.payment_failed", "customer.subscription.updated"]));
  expect(world.last("customer.subscription.updated").data.previous_attributes).toEqual({ status: "active" });
  const attempts: (string | null)[] = [];
  for (const day of ["2027-02-15", "2027-02-18", "2027-02-23"]) {
    world.until(`${day}T12:00:00Z`);
    attempts.push(iso(invoicesOf(world, customer)[1]?.next_payment_attempt));
  }
  expect(attempts).toEqual(["2027-02-18T10:30:00Z", "2027-02-23T10:30:00Z", "2027-03-02T10:30:00Z"]);
  expect(world.books.shelf("customer").get(customer).delinquent).toBe(true);
});

test("after the last retry the subscription is canceled, for a payment that failed", () => {
  const { world, id, customer } = aFailingMember();
  world.until("2027-03-02T10:30:00Z");
  expect(subscriptionIn(world, id)).toMatchObject({ status: "canceled", ended_at: seconds("2027-03-02T10:30:00Z"), cancellation_details: { reason: "payment_failed" } });
  expect(invoicesOf(world, customer)[1]).toMatchObject({ status: "open", attempt_count: 4, next_payment_attempt: null });
  expect(world.told().slice(-1)).toEqual(["customer.subscription.deleted"]);
  world.until("2027-06-01T00:00:00Z");
  expect(world.told()).toEqual([]);
});

test("where the account says so, it is unpaid instead, and its later invoices stay drafts", () => {
  const { world, id, customer } = aFailingMember();
  world.call((books) => setLastResort(books, "unpaid"));
  world.until("2027-03-16T00:00:00Z");
  expect(subscriptionIn(world, id).status).toBe("unpaid");
  expect(invoicesOf(world, customer).map(({ status }) => status)).toEqual(["paid", "open", "draft"]);
});

test("it recovers when its invoice is paid by hand", () => {
  const { world, id, customer } = aFailingMember();
  world.until("2027-02-16T00:00:00Z");
  const open = invoicesOf(world, customer)[1];
  world.call((books) => collectInvoice(books, open?.id ?? "", { payment_method: "pm_card_visa" }));
  expect(subscriptionIn(world, id).status).toBe("active");
  expect(world.books.shelf("customer").get(customer).delinquent).toBe(false);
  expect(world.told().slice(-4)).toEqual(["invoice.paid", "invoice.payment_succeeded", "customer.updated", "customer.subscription.updated"]);
});

test("it recovers with the next retry when the card has been changed", () => {
  const { world, id, customer } = aFailingMember();
  world.until("2027-02-16T00:00:00Z");
  expect(world.call((books) => changeDefaultCard(books, customer, { card: freshCard("mastercard", books.now()) }))).toEqual({ outcome: "changed" });
  expect(subscriptionIn(world, id).status).toBe("past_due");
  world.until("2027-02-18T10:30:00Z");
  expect(subscriptionIn(world, id).status).toBe("active");
});

test("a card that is refused by a call is an error that leaves the failed attempt in the books", () => {
  const { world, customer } = aFailingMember();
  world.until("2027-02-16T00:00:00Z");
  world.told();
  expect(() => world.call((books) => collectInvoice(books, invoicesOf(world, customer)[1]?.id ?? "", { payment_method: "pm_card_chargeCustomerFail" }))).toThrow("Your card was declined.");
  expect(world.told()).toContain("invoice.payment_failed");
  expect(iso(invoicesOf(world, customer)[1]?.next_payment_attempt)).toBe("2027-02-18T10:30:00Z");
});
