import Stripe from "stripe";

import { anEvent } from "../../testing/signing";
import { invoiceTruth, subscriptionTruth } from "./in-our-words";
import { providerEvent } from "./read-event";

/**
 * Fields that Stripe has moved or removed over the years. Each line is held to by the compiler: were one there again, the
 * expected error would be missing, and `npm run check` would fail. (This function is never run.)
 */
export function gone(subscription: Stripe.Subscription, invoice: Stripe.Invoice, charge: Stripe.Charge): unknown[] {
  const dispute = {} as Stripe.Dispute;
  const session = {} as Stripe.Checkout.Session;
  return [
    // @ts-expect-error on the items since 2025-03-31
    subscription.current_period_end,
    // @ts-expect-error on the items since 2025-03-31
    subscription.current_period_start,
    // @ts-expect-error `discounts` since 2025-03-31
    subscription.discount,
    // @ts-expect-error under `parent` since 2025-03-31
    invoice.subscription,
    // @ts-expect-error in `payments` since 2025-03-31
    invoice.payment_intent,
    // @ts-expect-error in `payments` since 2025-03-31
    invoice.charge,
    // @ts-expect-error `status === "paid"`
    invoice.paid,
    // @ts-expect-error `total_taxes`
    invoice.tax,
    // @ts-expect-error by the list of invoice payments
    charge.invoice,
    // @ts-expect-error by the charge
    dispute.customer,
    // @ts-expect-error `collected_information`
    session.shipping_details,
  ];
}

const item = (start: number, end: number) => ({ id: "si_1", price: { id: "price_1", currency: "eur", unit_amount: 1200, recurring: { interval: "month" } }, quantity: 1, current_period_start: start, current_period_end: end });
const asSubscription = (more: object) =>
  ({ id: "sub_1", customer: "cus_1", status: "active", currency: "eur", items: { data: [item(100, 200), item(150, 300)] }, metadata: {}, created: 1, cancel_at_period_end: false, latest_invoice: null, ...more }) as unknown as Stripe.Subscription;

test("the package speaks the version of the API that this gateway reads", () => expect(Stripe.API_VERSION).toBe("2026-10-28.endive"));

test("a subscription's period is the widest of its items'", () => {
  const { currentPeriodStart, currentPeriodEnd } = subscriptionTruth(asSubscription({}), null);
  expect([currentPeriodStart?.getTime(), currentPeriodEnd?.getTime()]).toEqual([100_000, 300_000]);
});

test("a subscription without items has no period, rather than one that is no date", () => {
  expect(subscriptionTruth(asSubscription({ items: { data: [] } }), null)).toMatchObject({ currentPeriodStart: null, currentPeriodEnd: null, priceId: null, unitAmount: null });
});

test("an invoice of no subscription belongs to none", () => {
  const invoice = { id: "in_1", customer: "cus_1", parent: null, status: null, status_transitions: {}, created: 1, period_start: 1, period_end: 1 } as unknown as Stripe.Invoice;
  expect(invoiceTruth(invoice)).toMatchObject({ subscriptionId: null, status: "draft", paymentIntentIds: [], paidAt: null });
});

test("an event in the shape of 2020 is read as far as needed, and told apart", () => {
  const old = anEvent("invoice.paid", { object: "invoice", id: "in_1", customer: "cus_1", subscription: "sub_1", payment_intent: "pi_1", charge: "ch_1", paid: true }, { api_version: "2020-08-27" });
  expect(providerEvent(old as unknown as Stripe.Event)).toMatchObject({ apiVersion: "2020-08-27", knownVersion: false, customerId: "cus_1", objectId: "in_1", chargeId: "ch_1" });
});

test("an event whose references are expanded, missing or of another kind names what it names, and never throws", () => {
  const read = (object: object) => providerEvent(anEvent("charge.dispute.created", object) as unknown as Stripe.Event);
  expect(read({ object: "dispute", id: "du_1", charge: { id: "ch_2" } })).toMatchObject({ customerId: null, chargeId: "ch_2", userId: null });
  expect(read({ object: "charge", id: "ch_3", customer: { id: "cus_3" } })).toMatchObject({ customerId: "cus_3", chargeId: "ch_3" });
  expect(read({ object: "customer", id: "cus_4", metadata: { userId: "u" } })).toMatchObject({ customerId: "cus_4", userId: "u" });
  for (const object of [{}, { metadata: null }, { customer: 7, charge: [], id: {} }, { metadata: { userId: 5 } }]) expect(() => read(object)).not.toThrow();
});
