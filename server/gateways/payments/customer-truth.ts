import type Stripe from "stripe";

import { type Ask, orNull } from "./calls";
import { cardOf, disputeTruth, idOf, invoiceTruth, refundTruth, subscriptionTruth } from "./in-our-words";
import type { CustomerTruth } from "./port";

/** More than any customer has; a guard against walking for ever. */
const MOST = 1000;
const PAGE = 100;

/**
 * Everything that Stripe knows of one customer and that we keep. Several calls, so not one instant: what changes between
 * them makes an event, and so another fetch.
 */
export async function customerTruth(stripe: Stripe, ask: Ask, customerId: string): Promise<CustomerTruth> {
  const customer = await ask((options) => stripe.customers.retrieve(customerId, { expand: ["invoice_settings.default_payment_method"] }, options));
  const [subscriptions, invoices, charges] = await Promise.all([
    ask((options) => stripe.subscriptions.list({ customer: customerId, status: "all", limit: PAGE, expand: ["data.default_payment_method", "data.items.data.price.currency_options"] }, options).autoPagingToArray({ limit: MOST })),
    ask((options) => stripe.invoices.list({ customer: customerId, limit: PAGE, expand: ["data.payments"] }, options).autoPagingToArray({ limit: MOST })),
    ask((options) => stripe.charges.list({ customer: customerId, limit: PAGE }, options).autoPagingToArray({ limit: MOST })),
  ]);
  const truths = invoices.map(invoiceTruth);
  const invoiceOf = invoicesByPayment(truths);
  const [refunds, disputes] = await Promise.all([
    each(charges.filter(({ amount_refunded }) => amount_refunded > 0), ({ id }) => ask((options) => stripe.refunds.list({ charge: id, limit: PAGE }, options).autoPagingToArray({ limit: MOST }))),
    each(charges.filter(({ disputed }) => disputed), ({ id }) => ask((options) => stripe.disputes.list({ charge: id, limit: PAGE }, options).autoPagingToArray({ limit: MOST }))),
  ]);
  const card = customer.deleted ? null : cardOf(customer.invoice_settings.default_payment_method);
  return {
    customerId,
    ...stateOf(customer),
    subscriptions: subscriptions.map((subscription) => subscriptionTruth(subscription, card)),
    invoices: truths,
    refunds: refunds.map((refund) => refundTruth(refund, invoiceOf(refund.payment_intent))),
    disputes: disputes.map((dispute) => disputeTruth(dispute, invoiceOf(dispute.payment_intent))),
  };
}

const stateOf = (customer: Stripe.Customer | Stripe.DeletedCustomer): Pick<CustomerTruth, "deleted" | "delinquent" | "livemode" | "metadata"> =>
  customer.deleted
    ? { deleted: true, delinquent: false, livemode: false, metadata: {} }
    : { deleted: false, delinquent: customer.delinquent ?? false, livemode: customer.livemode, metadata: customer.metadata };

/** `charge.invoice` is gone: the way from a payment to what it paid leads through the invoice's own list of payments. */
function invoicesByPayment(invoices: readonly { invoiceId: string; paymentIntentIds: readonly string[] }[]) {
  const byPayment = new Map(invoices.flatMap(({ invoiceId, paymentIntentIds }) => paymentIntentIds.map((id) => [id, invoiceId] as const)));
  return (payment: string | Stripe.PaymentIntent | null) => byPayment.get(idOf(payment) ?? "") ?? null;
}

async function each<Item, Found>(items: readonly Item[], find: (item: Item) => Promise<Found[]>): Promise<Found[]> {
  return (await Promise.all(items.map(find))).flat();
}

/** The customer behind a charge, which is the only way from a dispute to its customer. */
export async function customerOfCharge(stripe: Stripe, ask: Ask, chargeId: string): Promise<string | null> {
  const charge = await orNull(ask((options) => stripe.charges.retrieve(chargeId, undefined, options)));
  return idOf(charge?.customer);
}
