import type Stripe from "stripe";

import type { Card, CheckoutPage, DisputeTruth, Interval, InvoiceTruth, RefundTruth, SubscriptionTruth } from "./port";

/** Stripe's objects (API version 2026-10-28.endive) in our words. Where a field has moved over the years, it says so. */

/** Stripe counts in seconds. */
export const instant = (seconds: number): Date => new Date(seconds * 1000);
export const instantOrNull = (seconds: number | null | undefined): Date | null => (seconds ? instant(seconds) : null);
export const inSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** A reference may be an id or, expanded, the object. */
export const idOf = (reference: string | { id: string } | null | undefined): string | null => (typeof reference === "string" ? reference : (reference?.id ?? null));

const isObject = <Thing extends object>(reference: string | Thing | null | undefined): reference is Thing => typeof reference === "object" && reference !== null;

const INTERVALS: Readonly<Record<string, Interval>> = { month: "MONTH", year: "YEAR" };
export const intervalOf = (interval: string | undefined): Interval | null => INTERVALS[interval ?? ""] ?? null;

export function cardOf(method: string | Stripe.PaymentMethod | null | undefined): Card | null {
  if (!isObject(method) || !method.card) return null;
  const { brand, last4, exp_month, exp_year, fingerprint } = method.card;
  return { brand, last4, expMonth: exp_month, expYear: exp_year, fingerprint: fingerprint ?? null };
}

/** Periods have stood on the items since API 2025-03-31; the subscription's is the widest of them. */
export function subscriptionTruth(subscription: Stripe.Subscription, customersCard: Card | null): Omit<SubscriptionTruth, "nextAmount"> {
  return {
    subscriptionId: subscription.id,
    customerId: idOf(subscription.customer) ?? "",
    status: subscription.status,
    currency: subscription.currency,
    ...boughtIn(subscription),
    latestInvoiceId: idOf(subscription.latest_invoice),
    card: cardOf(subscription.default_payment_method) ?? customersCard,
    hasPendingUpdate: Boolean(subscription.pending_update),
    metadata: subscription.metadata,
    ...instantsOf(subscription),
  };
}

function boughtIn({ items: { data: items }, currency }: Stripe.Subscription): Pick<SubscriptionTruth, "priceId" | "productId" | "interval" | "quantity" | "unitAmount" | "currentPeriodStart" | "currentPeriodEnd"> {
  const [item] = items;
  if (!item) return { priceId: null, productId: null, interval: null, quantity: 0, unitAmount: null, currentPeriodStart: null, currentPeriodEnd: null };
  return {
    priceId: item.price.id,
    productId: idOf(item.price.product),
    interval: intervalOf(item.price.recurring?.interval),
    quantity: item.quantity ?? 1,
    unitAmount: amountIn(item.price, currency),
    currentPeriodStart: instant(Math.min(...items.map((one) => one.current_period_start))),
    currentPeriodEnd: instant(Math.max(...items.map((one) => one.current_period_end))),
  };
}

const instantsOf = (subscription: Stripe.Subscription) => ({
  trialStart: instantOrNull(subscription.trial_start),
  trialEnd: instantOrNull(subscription.trial_end),
  cancelAt: instantOrNull(subscription.cancel_at),
  cancelAtPeriodEnd: subscription.cancel_at_period_end,
  canceledAt: instantOrNull(subscription.canceled_at),
  endedAt: instantOrNull(subscription.ended_at),
  endedUnpaid: subscription.ended_at !== null && subscription.cancellation_details?.reason === "payment_failed",
  createdAt: instant(subscription.created),
});

/** A price in a currency that isn't its own has its amount under `currency_options`, where that was asked for. */
const amountIn = ({ currency, unit_amount, currency_options }: Stripe.Price, asked: string): number | null =>
  currency === asked ? unit_amount : (currency_options?.[asked]?.unit_amount ?? null);

/** `invoice.subscription` and `.payment_intent` are gone: the one is under `parent`, the other in `payments`. */
export function invoiceTruth(invoice: Stripe.Invoice, needsAction = false): InvoiceTruth {
  const { status_transitions: transitions } = invoice;
  return {
    invoiceId: invoice.id ?? "",
    customerId: idOf(invoice.customer as string | Stripe.Customer | null) ?? "",
    subscriptionId: idOf(invoice.parent?.subscription_details?.subscription),
    number: invoice.number,
    status: invoice.status ?? "draft",
    billingReason: invoice.billing_reason,
    currency: invoice.currency,
    total: invoice.total,
    amountDue: invoice.amount_due,
    amountPaid: invoice.amount_paid,
    amountRemaining: invoice.amount_remaining,
    attemptCount: invoice.attempt_count,
    nextAttemptAt: instantOrNull(invoice.next_payment_attempt),
    needsAction,
    hostedUrl: invoice.hosted_invoice_url ?? null,
    pdfUrl: invoice.invoice_pdf ?? null,
    periodStart: instant(invoice.period_start),
    periodEnd: instant(invoice.period_end),
    createdAt: instant(invoice.created),
    finalizedAt: instantOrNull(transitions.finalized_at),
    paidAt: instantOrNull(transitions.paid_at),
    paymentIntentIds: paymentIntentsOf(invoice),
  };
}

export const paymentIntentsOf = ({ payments }: Stripe.Invoice): string[] => (payments?.data ?? []).flatMap(({ payment }) => idOf(payment.payment_intent) ?? []);

export const refundTruth = (refund: Stripe.Refund, invoiceId: string | null): RefundTruth => ({
  refundId: refund.id,
  invoiceId,
  chargeId: idOf(refund.charge),
  amount: refund.amount,
  currency: refund.currency,
  status: refund.status ?? "pending",
  reason: refund.reason,
  requestId: refund.metadata?.requestId ?? null,
  createdAt: instant(refund.created),
});

export const disputeTruth = (dispute: Stripe.Dispute, invoiceId: string | null): DisputeTruth => ({
  disputeId: dispute.id,
  invoiceId,
  chargeId: idOf(dispute.charge) ?? "",
  amount: dispute.amount,
  currency: dispute.currency,
  status: dispute.status,
  reason: dispute.reason,
  createdAt: instant(dispute.created),
});

export const checkoutPage = (session: Stripe.Checkout.Session): CheckoutPage => ({
  sessionId: session.id,
  status: session.status === "complete" ? "complete" : session.status === "expired" ? "expired" : "open",
  url: session.url,
  paymentStatus: session.payment_status,
  subscriptionId: idOf(session.subscription),
});
