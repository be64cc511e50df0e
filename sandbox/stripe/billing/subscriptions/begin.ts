import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { nth } from "../calendar";
import { fileInvoice } from "../invoices/new-invoice";
import { invoiceItemLine, itemLine, type LineDraft } from "../invoices/lines";
import { pendingItems } from "../invoices/invoice-items";
import { rounded } from "../money";
import { commonRhythm, itemFor, listOfItems, type Bought, type Period } from "./items";
import { discountsFor, redeem, stillThere, type DiscountSource } from "./discounts";
import { changeSubscription } from "./change";
import { NO_DETAILS } from "./end";

export interface NewSubscription {
  id: string;
  customer: Stripe.Customer;
  bought: readonly Bought[];
  currency: string;
  /** Free until then, in seconds. */
  trialEnd?: number | null;
  /** When full periods begin, if later than now. */
  anchor?: number | null;
  /** Whether the time until a later anchor is paid for. */
  prorates?: boolean;
  discounts?: readonly DiscountSource[];
  session?: string;
  method?: string | null;
  fields?: Partial<Stripe.Subscription>;
}

/** Files a subscription and the draft of its first invoice (null when nothing is charged before a later anchor). */
export function beginSubscription(books: Books, wanted: NewSubscription): { subscription: Stripe.Subscription; invoice: Stripe.Invoice | null } {
  const { id, customer, bought } = wanted;
  if (!customer.currency) books.change("customer", customer.id, { currency: wanted.currency }, "customer.updated");
  const times = timesOf(wanted, books.now(customer.id));
  const { period, trialEnd } = times;
  const items = bought.map((one) => itemFor(books, id, one, period));
  const isSent = wanted.fields?.collection_method === "send_invoice";
  const status = trialEnd ? "trialing" : isSent ? "active" : "incomplete";
  const filed = books.create("subscription", { ...compose(books, wanted, times), items: listOfItems(id, items), status });
  const discounts = (wanted.discounts ?? []).map((source) => redeem(books, source, { customer: customer.id, subscription: id, session: wanted.session }).id);
  const subscription = books.change("subscription", id, { discounts });
  const lines = items.map((item) => shortened(itemLine(books, item, { currency: wanted.currency, period, metadata: subscription.metadata, trial: trialEnd !== null }), times.share));
  const invoice = firstInvoice(books, subscription, { customer, lines: times.share === 0 ? [] : lines, isSent });
  return { subscription: invoice ? books.change("subscription", id, { latest_invoice: invoice.id }) : filed, invoice };
}

interface Times {
  start: number;
  anchor: number;
  trialEnd: number | null;
  period: Period;
  /** What of a whole period is paid for at the beginning: less than 1 where the anchor comes before its end. */
  share: number;
}

function timesOf({ bought, trialEnd: wishedEnd, anchor: wishedAnchor, prorates = true }: NewSubscription, start: number): Times {
  const rhythm = commonRhythm(bought);
  const trialEnd = wishedEnd && wishedEnd > start ? wishedEnd : null;
  const anchor = trialEnd ?? Math.max(start, wishedAnchor ?? start);
  const begins = { start, anchor, trialEnd, period: { start, end: anchor > start ? anchor : nth(anchor, rhythm, 1) } };
  if (trialEnd !== null || anchor === start) return { ...begins, share: 1 };
  return { ...begins, share: prorates ? (anchor - start) / (anchor - nth(anchor, rhythm, -1)) : 0 };
}

const shortened = (line: LineDraft, share: number): LineDraft => (share === 1 ? line : { ...line, amount: rounded(line.amount * share) });

function firstInvoice(books: Books, subscription: Stripe.Subscription, { customer, lines, isSent }: { customer: Stripe.Customer; lines: LineDraft[]; isSent: boolean }): Stripe.Invoice | null {
  const pending = pendingItems(books, { customer: customer.id, subscription: subscription.id, currency: subscription.currency });
  if (lines.length + pending.length === 0) {
    changeSubscription(books, subscription.id, { status: "active" });
    return null;
  }
  return subscriptionInvoice(books, subscription, { reason: "subscription_create", lines, pending, customer, finalizesAt: isSent ? books.now(customer.id) + 3600 : null });
}

export interface ForInvoice {
  reason: Stripe.Invoice["billing_reason"];
  lines: readonly LineDraft[];
  pending: readonly Stripe.InvoiceItem[];
  customer: Stripe.Customer;
  finalizesAt?: number | null;
  autoAdvance?: boolean;
  period?: Period;
  prorationDate?: number;
}

/** Files a draft for a subscription: what was put aside comes first; discounts that count once are used up by it, unless it is free without them, as a trial's is. */
export function subscriptionInvoice(books: Books, subscription: Stripe.Subscription, { lines, pending, customer, ...more }: ForInvoice): Stripe.Invoice {
  const all = [...pending.map((item) => invoiceItemLine(books, item)), ...lines];
  const discounts = all.some(({ amount }) => amount > 0) ? discountsFor(books, subscription, customer) : [];
  const description = subscription.description ?? null;
  const invoice = fileInvoice(books, { customer, currency: subscription.currency, subscription, lines: all, discounts, description, ...more }, pending);
  if (discounts.length > 0) changeSubscription(books, subscription.id, { discounts: stillThere(books, books.shelf("subscription").get(subscription.id)) });
  return invoice;
}

function compose(books: Books, { id, customer, currency, fields, method }: NewSubscription, { start, anchor, trialEnd }: Times): Stripe.Subscription {
  return {
    id,
    object: "subscription",
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: NO_DETAILS,
    collection_method: "charge_automatically",
    created: start,
    currency,
    customer: customer.id,
    customer_account: null,
    days_until_due: null,
    default_payment_method: method ?? null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    ended_at: null,
    invoice_settings: { account_tax_ids: null, custom_fields: null, description: null, footer: null, issuer: { type: "self" } },
    items: listOfItems(id, []),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: "off" },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: start,
    status: "incomplete",
    test_clock: idOf(customer.test_clock),
    transfer_data: null,
    trial_end: trialEnd,
    trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: "create_invoice" } },
    trial_start: trialEnd === null ? null : start,
    ...fields,
  };
}
