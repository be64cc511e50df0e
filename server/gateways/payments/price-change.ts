import type Stripe from "stripe";

import { idOf, inSeconds, instant, instantOrNull } from "./in-our-words";
import type { Line } from "./line";
import type { PriceChange, PriceChangePreview } from "./port";
import { isReckonedByStripe } from "./reckoning";

/** The difference is charged at once, not with some later invoice: what was previewed is what is paid. */
export const PRORATION = "always_invoice";

type Details = Stripe.InvoiceCreatePreviewParams.SubscriptionDetails;

interface Held {
  customer: string;
  itemId: string;
  quantity: number;
  /** While a trial runs. */
  trialEnd: Date | null;
  /** What will be charged next is for Stripe alone to say. */
  isReckonedByStripe: boolean;
}

/** What a subscription holds that a change of price is asked with. */
export async function heldItem({ stripe, ask }: Line, subscriptionId: string): Promise<Held> {
  const subscription = await ask((options) => stripe.subscriptions.retrieve(subscriptionId, { expand: ["customer"] }, options));
  const { customer, items, status, trial_end } = subscription;
  const [item] = items.data;
  if (!item) throw new Error("A subscription has at least one item.");
  return {
    customer: idOf(customer) ?? "",
    itemId: item.id,
    quantity: item.quantity ?? 1,
    trialEnd: status === "trialing" ? instantOrNull(trial_end) : null,
    isReckonedByStripe: typeof customer === "string" || isReckonedByStripe(subscription, customer),
  };
}

export async function previewPriceChange(line: Line, change: PriceChange): Promise<PriceChangePreview> {
  const held = await heldItem(line, change.subscriptionId);
  if (held.trialEnd) return previewInTrial(line, change, { ...held, trialEnd: held.trialEnd });
  const { stripe, ask } = line;
  const details: Details = { items: [{ id: held.itemId, price: change.priceId }], proration_behavior: PRORATION, proration_date: inSeconds(change.prorationDate) };
  const [now, price] = await Promise.all([
    ask((options) => stripe.invoices.createPreview({ customer: held.customer, subscription: change.subscriptionId, subscription_details: details }, options)),
    ask((options) => stripe.prices.retrieve(change.priceId, { expand: ["currency_options"] }, options)),
  ]);
  return asPreview(now, { price, held, change });
}

/** In a trial nothing is charged for a change. Invoiced at once it would be an invoice over nothing: asked without that, Stripe shows the one at the trial's end. */
async function previewInTrial({ stripe, ask }: Line, { subscriptionId, priceId }: PriceChange, { customer, itemId, trialEnd }: Held & { trialEnd: Date }): Promise<PriceChangePreview> {
  const details: Details = { items: [{ id: itemId, price: priceId }], proration_behavior: "none" };
  const then = await ask((options) => stripe.invoices.createPreview({ customer, subscription: subscriptionId, subscription_details: details }, options));
  return { currency: then.currency, amountDue: 0, lines: [], nextPaymentAt: trialEnd, nextPaymentAmount: then.amount_due };
}

interface Asked {
  price: Stripe.Price;
  held: Held;
  change: PriceChange;
}

function asPreview(now: Stripe.Invoice, { price, held, change }: Asked): PriceChangePreview {
  const regular = now.lines.data.find((line) => !line.parent?.subscription_item_details?.proration) ?? now.lines.data.at(-1);
  return {
    currency: now.currency,
    amountDue: now.amount_due,
    lines: now.lines.data.map(({ description, amount }) => ({ description: description ?? "", amount })),
    nextPaymentAt: regular ? instant(regular.period.end) : (instantOrNull(now.next_payment_attempt) ?? change.prorationDate),
    nextPaymentAmount: nextAmount(now, { price, held }),
  };
}

/** What is left over of this change counts towards the next payment too. */
function nextAmount(now: Stripe.Invoice, { price, held }: Pick<Asked, "price" | "held">): number | null {
  const amount = price.currency === now.currency ? price.unit_amount : price.currency_options?.[now.currency]?.unit_amount;
  return held.isReckonedByStripe || now.total < 0 || amount == null ? null : amount * held.quantity;
}
