import type Stripe from "stripe";

import { invalid, type Books } from "../../books";
import { nextAfter, nth, type Rhythm } from "../calendar";
import { pendingItems } from "../invoices/invoice-items";
import { itemLine } from "../invoices/lines";
import { priceNamed, type PriceData } from "../prices";
import type { ForInvoice } from "./begin";
import { customerOf } from "./change";
import { boughtIn, commonRhythm, itemFor, listOfItems, sameRhythm, type Bought, type Period } from "./items";
import { prorate } from "./proration";

export interface ItemChange {
  id?: string;
  price?: string;
  plan?: string;
  price_data?: PriceData;
  quantity?: number;
  deleted?: boolean;
  metadata?: Stripe.Emptyable<Stripe.MetadataParam>;
}

/** What is to change of what is bought, or of when it is paid. */
export interface BillingChange {
  items?: readonly ItemChange[];
  prorations: "always_invoice" | "create_prorations" | "none";
  /** When it counts from, in seconds; now unless told. */
  prorationDate?: number;
  anchorNow?: boolean;
  /** Free until then. */
  trialEnd?: number;
}

export interface StagedUpdate {
  changes: Partial<Stripe.Subscription>;
  /** What is invoiced on the spot, or null. */
  invoice: ForInvoice | null;
}

/** Works out a change: prorations are put aside already, the subscription itself is as it was. */
export function stageUpdate(books: Books, before: Stripe.Subscription, change: BillingChange): StagedUpdate {
  const customer = customerOf(books, before);
  const now = books.now(customer.id);
  const at = change.prorationDate ?? now;
  const after = merged(books, before, change.items);
  const rhythm = commonRhythm(after);
  const isTrial = isFree(before, now);
  const restarts = !isTrial && isNewCycle(before, change, rhythm);
  if (change.prorations !== "none" && !isTrial) prorate(books, { before, after, at, onlyCredits: restarts });
  const cycle = periodAfter(before, { now, rhythm, restarts, change });
  const items = listOfItems(before.id, after.map((one) => keepCreated(before, itemFor(books, before.id, one, cycle.period))));
  const changes = changesOf(before, { items, ...cycle, change, now });
  if (!restarts && (change.prorations !== "always_invoice" || isTrial)) return { changes, invoice: null };
  const { currency, metadata } = before;
  const pending = pendingItems(books, { customer: customer.id, subscription: before.id, currency });
  const lines = (restarts ? items.data : []).map((item) => itemLine(books, item, { currency, period: cycle.period, metadata, trial: change.trialEnd !== undefined }));
  if (lines.length + pending.length === 0) return { changes, invoice: null };
  return { changes, invoice: { reason: "subscription_update", lines, pending, customer, period: { start: at, end: now }, prorationDate: at } };
}

const isFree = ({ status, trial_end }: Stripe.Subscription, now: number): boolean => status === "trialing" && trial_end !== null && trial_end > now;

/** Another rhythm, a new trial, or the wish for it begin a period of their own. */
const isNewCycle = (before: Stripe.Subscription, { anchorNow = false, trialEnd }: BillingChange, rhythm: Rhythm): boolean => anchorNow || trialEnd !== undefined || !sameRhythm(rhythm, commonRhythm(boughtIn(before)));

interface Cycle {
  items: Stripe.Subscription["items"];
  anchor: number;
  period: Period;
  change: BillingChange;
  now: number;
}

function changesOf(before: Stripe.Subscription, { items, anchor, period, change: { items: asked, trialEnd }, now }: Cycle): Partial<Stripe.Subscription> {
  const isMoved = anchor !== before.billing_cycle_anchor;
  return {
    ...((asked !== undefined || isMoved) && { items }),
    ...(isMoved && { billing_cycle_anchor: anchor, ...(before.cancel_at_period_end && { cancel_at: period.end }) }),
    ...(trialEnd !== undefined && { trial_end: trialEnd, trial_start: before.trial_start ?? now, status: "trialing" }),
  };
}

function periodAfter(before: Stripe.Subscription, { now, rhythm, restarts, change }: { now: number; rhythm: Rhythm; restarts: boolean; change: BillingChange }): { period: Period; anchor: number } {
  const [item] = before.items.data;
  const start = item?.current_period_start ?? now;
  if (change.trialEnd !== undefined) return { period: { start: restarts ? now : start, end: change.trialEnd }, anchor: change.trialEnd };
  if (restarts) return { period: { start: now, end: nth(now, rhythm, 1) }, anchor: now };
  return { period: { start, end: item?.current_period_end ?? nextAfter(before.billing_cycle_anchor, rhythm, now) }, anchor: before.billing_cycle_anchor };
}

function merged(books: Books, before: Stripe.Subscription, changes: readonly ItemChange[] = []): (Bought & { id: string })[] {
  const held = boughtIn(before);
  for (const { id } of changes) {
    if (id && !held.some((one) => one.id === id)) throw invalid(`No such subscription item: '${id}'`, { param: "items[0][id]", code: "resource_missing" });
  }
  const kept = held.flatMap((one) => {
    const change = changes.find(({ id }) => id === one.id);
    if (!change) return [one];
    return change.deleted ? [] : [{ ...one, ...(isPriced(change) && { price: priceNamed(books, change) }), quantity: change.quantity ?? one.quantity }];
  });
  const added = changes.filter(({ id }) => !id).map((change) => ({ price: priceNamed(books, change), quantity: change.quantity ?? 1 }));
  return [...kept, ...added].map((one: Bought) => ({ ...one, id: one.id ?? books.newId("si") }));
}

const isPriced = ({ price, price_data, plan }: ItemChange): boolean => Boolean(price ?? price_data ?? plan);

function keepCreated(before: Stripe.Subscription, item: Stripe.SubscriptionItem): Stripe.SubscriptionItem {
  const old = before.items.data.find(({ id }) => id === item.id);
  return old ? { ...item, created: old.created } : item;
}
