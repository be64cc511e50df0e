import type Stripe from "stripe";

import { type Ask, isMissing, isNoneUpcoming, isStale, orNull } from "./calls";
import { cardOf, disputeTruth, idOf, invoiceTruth, paymentIntentsOf, refundTruth, subscriptionTruth } from "./in-our-words";
import { type CustomerTruth, type SubscriptionTruth, UnknownCustomer } from "./port";
import { isReckonedByStripe } from "./reckoning";

/** More than any customer has; a guard against walking for ever. */
const MOST = 1000;
const PAGE = 100;

/**
 * Everything that Stripe knows of one customer and that we keep. Several calls, so not one instant: what changes between
 * them makes an event, and so another fetch.
 */
export async function customerTruth(stripe: Stripe, ask: Ask, customerId: string): Promise<CustomerTruth> {
  const customer = await orNull(ask((options) => stripe.customers.retrieve(customerId, { expand: ["invoice_settings.default_payment_method"] }, options)));
  if (!customer) throw new UnknownCustomer(customerId);
  const shown = customer.deleted ? ifShown : (<Item>(items: Promise<Item[]>) => items);
  const [listed, invoices, charges] = await Promise.all([
    shown(ask((options) => stripe.subscriptions.list({ customer: customerId, status: "all", limit: PAGE, expand: ["data.default_payment_method"] }, options).autoPagingToArray({ limit: MOST }))),
    shown(ask((options) => stripe.invoices.list({ customer: customerId, limit: PAGE, expand: ["data.payments"] }, options).autoPagingToArray({ limit: MOST }))),
    shown(ask((options) => stripe.charges.list({ customer: customerId, limit: PAGE, expand: ["data.refunds"] }, options).autoPagingToArray({ limit: MOST }))),
  ]);
  const [subscriptions, waiting] = await Promise.all([Promise.all(listed.map((subscription) => withAmount(stripe, ask, subscription))), waitingForThePerson(stripe, ask, invoices)]);
  const truths = invoices.map((invoice) => invoiceTruth(invoice, waiting.has(invoice)));
  const invoiceOf = invoicesByPayment(truths);
  const [refunds, disputes] = await Promise.all([
    each(charges, (charge) => refundsOf(stripe, ask, charge)),
    each(charges.filter(({ disputed }) => disputed), ({ id }) => ask((options) => stripe.disputes.list({ charge: id, limit: PAGE }, options).autoPagingToArray({ limit: MOST }))),
  ]);
  const card = customer.deleted ? null : cardOf(customer.invoice_settings.default_payment_method);
  return {
    customerId,
    ...stateOf(customer),
    subscriptions: await Promise.all(subscriptions.map(async (subscription) => {
      const truth = subscriptionTruth(subscription, card);
      return { ...truth, nextAmount: await nextAmount(stripe, ask, { subscription, truth, customer }) };
    })),
    invoices: truths,
    refunds: refunds.map((refund) => refundTruth(refund, invoiceOf(refund.payment_intent))),
    disputes: disputes.map((dispute) => disputeTruth(dispute, invoiceOf(dispute.payment_intent))),
  };
}

/** What Stripe lists of a customer who was deleted; nothing where it refuses to. */
async function ifShown<Item>(items: Promise<Item[]>): Promise<Item[]> {
  try {
    return await items;
  } catch (error) {
    if (isMissing(error) || isStale(error)) return [];
    throw error;
  }
}

/** Bought in another currency than the price's own, it costs what the price's options say; Stripe expands four levels of a list, and they lie in the fifth. */
async function withAmount(stripe: Stripe, ask: Ask, subscription: Stripe.Subscription): Promise<Stripe.Subscription> {
  const [item, ...others] = subscription.items.data;
  if (!item || item.price.currency === subscription.currency) return subscription;
  const price = await ask((options) => stripe.prices.retrieve(item.price.id, { expand: ["currency_options"] }, options));
  return { ...subscription, items: { ...subscription.items, data: [{ ...item, price }, ...others] } };
}

/** The open invoices whose payment the bank wants confirmed. An expansion would go too deep, and there are few. */
async function waitingForThePerson(stripe: Stripe, ask: Ask, invoices: readonly Stripe.Invoice[]): Promise<ReadonlySet<Stripe.Invoice>> {
  const tried = invoices.filter(({ status, attempt_count }) => status === "open" && attempt_count > 0);
  const asked = await each(tried, async (invoice) => {
    const intents = await Promise.all(paymentIntentsOf(invoice).map((id) => ask((options) => stripe.paymentIntents.retrieve(id, undefined, options))));
    return intents.some(({ status }) => status === "requires_action") ? [invoice] : [];
  });
  return new Set(asked);
}

const goesOn = ({ status, cancelAt, cancelAtPeriodEnd }: Reckoned["truth"]): boolean => (status === "active" || status === "trialing") && !cancelAt && !cancelAtPeriodEnd;

interface Reckoned {
  subscription: Stripe.Subscription;
  truth: Omit<SubscriptionTruth, "nextAmount">;
  customer: Stripe.Customer | Stripe.DeletedCustomer;
}

/** What is charged next. Where more than the price plays in, Stripe is asked to reckon it. */
async function nextAmount(stripe: Stripe, ask: Ask, { subscription, truth, customer }: Reckoned): Promise<number | null> {
  if (!goesOn(truth) || truth.unitAmount === null) return null;
  if (!isReckonedByStripe(subscription, customer)) return truth.unitAmount * truth.quantity;
  try {
    return (await ask((options) => stripe.invoices.createPreview({ customer: truth.customerId, subscription: truth.subscriptionId }, options))).amount_due;
  } catch (error) {
    if (isMissing(error) || isStale(error) || isNoneUpcoming(error)) return null; // It ended between the two calls, of which an event tells; or Stripe can't reckon it yet.
    throw error;
  }
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

/** All refunds of a charge. Its `amount_refunded` says nothing of them: one that failed at the bank is taken off it again. */
async function refundsOf(stripe: Stripe, ask: Ask, { id, refunds }: Stripe.Charge): Promise<Stripe.Refund[]> {
  if (refunds && !refunds.has_more) return refunds.data;
  return ask((options) => stripe.refunds.list({ charge: id, limit: PAGE }, options).autoPagingToArray({ limit: MOST }));
}

async function each<Item, Found>(items: readonly Item[], find: (item: Item) => Promise<Found[]>): Promise<Found[]> {
  return (await Promise.all(items.map(find))).flat();
}

/** The customer behind a charge, which is the only way from a dispute to its customer. */
export async function customerOfCharge(stripe: Stripe, ask: Ask, chargeId: string): Promise<string | null> {
  const charge = await orNull(ask((options) => stripe.charges.retrieve(chargeId, undefined, options)));
  return idOf(charge?.customer);
}
