import Stripe from "stripe";

import { isMissing, isStale, orNull } from "./calls";
import { idOf, inSeconds, instant, instantOrNull } from "./in-our-words";
import { CannotRefund, type PaymentsPort, type PriceChange, type PriceChangePreview } from "./port";
import type { Line } from "./line";

type SubscriptionCalls = Pick<PaymentsPort, "setCancelAtPeriodEnd" | "endSubscription" | "previewPriceChange" | "changePrice" | "refundInvoice">;

/** The difference is charged at once, not with some later invoice: what was previewed is what is paid. */
const PRORATION = "always_invoice";

export const subscriptionCalls = (line: Line): SubscriptionCalls => ({
  async setCancelAtPeriodEnd(subscriptionId, cancel) {
    // A portal may have set a date instead; taking it back means taking back both.
    const fields = cancel ? { cancel_at_period_end: true } : await whatToTakeBack(line, subscriptionId);
    await line.ask((options) => line.stripe.subscriptions.update(subscriptionId, fields, options));
  },

  async endSubscription(subscriptionId, key) {
    try {
      await line.ask((options) => line.stripe.subscriptions.cancel(subscriptionId, { invoice_now: false, prorate: false }, { ...options, idempotencyKey: key }));
    } catch (error) {
      if (!isMissing(error) && !isStale(error)) throw error;
    }
  },

  async previewPriceChange(change) {
    const { stripe, ask } = line;
    const { customer, itemId, trialEnd } = await heldItem(line, change.subscriptionId);
    const details: Stripe.InvoiceCreatePreviewParams.SubscriptionDetails = {
      items: [{ id: itemId, price: change.priceId }],
      proration_behavior: PRORATION,
      proration_date: inSeconds(change.prorationDate),
    };
    const [now, later] = await Promise.all([
      ask((options) => stripe.invoices.createPreview({ customer, subscription: change.subscriptionId, subscription_details: details }, options)),
      ask((options) => stripe.prices.retrieve(change.priceId, { expand: ["currency_options"] }, options)),
    ]);
    // In a trial nothing is charged for a change: what Stripe shows is the invoice at the trial's end.
    if (trialEnd) return { currency: now.currency, amountDue: 0, lines: [], nextPaymentAt: trialEnd, nextPaymentAmount: now.amount_due };
    return preview(now, later, change);
  },

  async changePrice(change, key) {
    const { stripe, ask } = line;
    const { itemId } = await heldItem(line, change.subscriptionId);
    const fields: Stripe.SubscriptionUpdateParams = {
      items: [{ id: itemId, price: change.priceId }],
      proration_behavior: PRORATION,
      proration_date: inSeconds(change.prorationDate),
      payment_behavior: "pending_if_incomplete",
    };
    const changed = await ask((options) => stripe.subscriptions.update(change.subscriptionId, fields, { ...options, idempotencyKey: key }));
    return changed.pending_update ? "payment_needed" : "changed";
  },

  refundInvoice: (refund) => refundInvoice(line, refund),
});

async function whatToTakeBack({ stripe, ask }: Line, subscriptionId: string): Promise<Stripe.SubscriptionUpdateParams> {
  const { cancel_at_period_end, cancel_at } = await ask((options) => stripe.subscriptions.retrieve(subscriptionId, undefined, options));
  return cancel_at && !cancel_at_period_end ? { cancel_at: "" } : { cancel_at_period_end: false };
}

/** `trialEnd` while a trial runs. */
async function heldItem({ stripe, ask }: Line, subscriptionId: string): Promise<{ customer: string; itemId: string; trialEnd: Date | null }> {
  const { customer, items, status, trial_end } = await ask((options) => stripe.subscriptions.retrieve(subscriptionId, undefined, options));
  const [item] = items.data;
  if (!item) throw new Error("A subscription has at least one item.");
  return { customer: idOf(customer) ?? "", itemId: item.id, trialEnd: status === "trialing" ? instantOrNull(trial_end) : null };
}

function preview(now: Stripe.Invoice, price: Stripe.Price, { prorationDate }: PriceChange): PriceChangePreview {
  const regular = now.lines.data.find((line) => !line.parent?.subscription_item_details?.proration) ?? now.lines.data.at(-1);
  const amount = price.currency === now.currency ? price.unit_amount : price.currency_options?.[now.currency]?.unit_amount;
  return {
    currency: now.currency,
    amountDue: now.amount_due,
    lines: now.lines.data.map(({ description, amount }) => ({ description: description ?? "", amount })),
    nextPaymentAt: regular ? instant(regular.period.end) : instantOrNull(now.next_payment_attempt) ?? prorationDate,
    nextPaymentAmount: amount ?? null,
  };
}

/** A refund goes to the payment that paid the invoice: `invoice.payment_intent` is gone, the list of payments has it. */
async function refundInvoice({ stripe, ask }: Line, { invoiceId, amount, reason, key }: Parameters<PaymentsPort["refundInvoice"]>[0]): Promise<{ refundId: string; amount: number }> {
  const invoice = await orNull(ask((options) => stripe.invoices.retrieve(invoiceId, { expand: ["payments"] }, options)));
  const paid = invoice?.payments?.data.find(({ status }) => status === "paid")?.payment;
  const payment = idOf(paid?.payment_intent);
  if (!payment) throw new CannotRefund("not-paid");
  try {
    const refund = await ask((options) => stripe.refunds.create({ payment_intent: payment, ...(amount !== null && { amount }), metadata: { reason: reason.slice(0, 500) } }, { ...options, idempotencyKey: key }));
    return { refundId: refund.id, amount: refund.amount };
  } catch (error) {
    throw whyNotRefunded(error) ?? error;
  }
}

function whyNotRefunded(error: unknown): CannotRefund | null {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return null;
  if (error.code === "charge_already_refunded") return new CannotRefund("nothing-left");
  if (error.code === "charge_disputed" || /disput|charged back/i.test(error.message)) return new CannotRefund("disputed");
  return error.param === "amount" || /greater than/.test(error.message) ? new CannotRefund("too-much") : null;
}
