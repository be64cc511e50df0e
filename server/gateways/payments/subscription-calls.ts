import Stripe from "stripe";

import { ifPossible, isMissing, isStale, orNull } from "./calls";
import { inSeconds } from "./in-our-words";
import type { Line } from "./line";
import { type ChangeOutcome, NotPossible, type PaymentsPort, type PriceChange } from "./port";
import { heldItem, previewPriceChange, PRORATION } from "./price-change";

type SubscriptionCalls = Pick<PaymentsPort, "setCancelAtPeriodEnd" | "endSubscription" | "voidInvoice" | "previewPriceChange" | "changePrice">;

export const subscriptionCalls = (line: Line): SubscriptionCalls => ({
  async setCancelAtPeriodEnd(subscriptionId, cancel) {
    const byDate = await isEndedByDate(line, subscriptionId);
    // A portal or somebody at Stripe may have set a date. Stripe takes one of the two at a time, so the date is taken back by itself.
    if (byDate) await update(line, subscriptionId, { cancel_at: "" });
    if (cancel || !byDate) await update(line, subscriptionId, { cancel_at_period_end: cancel });
  },

  async endSubscription(subscriptionId, key) {
    try {
      await line.ask((options) => line.stripe.subscriptions.cancel(subscriptionId, { invoice_now: false, prorate: false }, { ...options, idempotencyKey: key }));
    } catch (error) {
      if (!isMissing(error) && !isStale(error)) throw error;
      await requireOver(line, subscriptionId, error);
    }
  },

  async voidInvoice(invoiceId) {
    try {
      await line.ask((options) => line.stripe.invoices.voidInvoice(invoiceId, undefined, options));
    } catch (error) {
      if (!isMissing(error) && !isStale(error)) throw error;
    }
  },

  previewPriceChange: (change) => ifPossible(previewPriceChange(line, change)),

  changePrice: (change, key) => ifPossible(changePrice(line, change, key)),
});

async function changePrice({ stripe, ask }: Line, { subscriptionId, priceId, prorationDate }: PriceChange, key: string): Promise<ChangeOutcome> {
  const { itemId } = await heldItem({ stripe, ask }, subscriptionId);
  const fields: Stripe.SubscriptionUpdateParams = {
    items: [{ id: itemId, price: priceId }],
    proration_behavior: PRORATION,
    proration_date: inSeconds(prorationDate),
    payment_behavior: "pending_if_incomplete",
  };
  const changed = await ask((options) => stripe.subscriptions.update(subscriptionId, fields, { ...options, idempotencyKey: key }));
  return changed.pending_update ? "payment_needed" : "changed";
}

const update = ({ stripe, ask }: Line, subscriptionId: string, fields: Stripe.SubscriptionUpdateParams) => ifPossible(ask((options) => stripe.subscriptions.update(subscriptionId, fields, options)));

async function isEndedByDate({ stripe, ask }: Line, subscriptionId: string): Promise<boolean> {
  const { cancel_at, cancel_at_period_end } = await ifPossible(ask((options) => stripe.subscriptions.retrieve(subscriptionId, undefined, options)));
  return cancel_at !== null && !cancel_at_period_end;
}

const OVER: readonly string[] = ["canceled", "incomplete_expired"];

/** Stripe refuses to end what has ended, and also what something else of it holds, such as a schedule: that goes on to charge. */
async function requireOver({ stripe, ask }: Line, subscriptionId: string, refused: unknown): Promise<void> {
  const subscription = await orNull(ask((options) => stripe.subscriptions.retrieve(subscriptionId, undefined, options)));
  if (subscription && !OVER.includes(subscription.status)) throw new NotPossible(`${subscriptionId} is ${subscription.status}, and Stripe won't end it: ${(refused as Error).message}`);
}
