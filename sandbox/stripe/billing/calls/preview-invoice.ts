import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { composeInvoice } from "../invoices/new-invoice";
import { invoiceItemLine, itemLine } from "../invoices/lines";
import { pendingItems } from "../invoices/invoice-items";
import { priceNamed } from "../prices";
import { nth } from "../calendar";
import { customerOf, isOver } from "../subscriptions/change";
import { discountsFor, redeem } from "../subscriptions/discounts";
import { commonRhythm, itemFor } from "../subscriptions/items";
import { prorate } from "../subscriptions/proration";
import { upcomingInvoice } from "../subscriptions/renew";
import { type BillingChange, stageUpdate } from "../subscriptions/stage-update";
import type { ForInvoice } from "../subscriptions/begin";
import { billingChange } from "./billing-change";
import { filePutAside } from "./invoice-items";

type Details = Omit<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails, "proration_behavior"> & { proration_behavior?: string };
type Params = Omit<Stripe.InvoiceCreatePreviewParams, "subscription_details"> & { subscription_details?: Details };

/** Carries an invoice out of a step that is undone: previews leave nothing behind. */
class Previewed extends Error {
  constructor(readonly invoice: Stripe.Invoice) {
    super("previewed");
  }
}

/** The invoice that would come: of a change, of the next renewal, or of what is put aside. Reckoned by the very steps that a real one takes, then undone. */
export function previewInvoice(books: Books, params: Params): Stripe.Invoice {
  try {
    return books.atomically((): Stripe.Invoice => {
      throw new Previewed(previewOf(books, params));
    });
  } catch (error) {
    if (error instanceof Previewed) return error.invoice;
    throw error;
  }
}

function previewOf(books: Books, params: Params): Stripe.Invoice {
  const { subscription_details: details = {}, invoice_items: items = [] } = params;
  const subscription = params.subscription ? books.shelf("subscription").get(params.subscription, "subscription") : null;
  const customer = subscription ? customerOf(books, subscription) : books.shelf("customer").get(String(params.customer), "customer");
  for (const item of items) filePutAside(books, { ...item, customer: customer.id, subscription: subscription?.id });
  if (subscription) return ofSubscription(books, discounted(books, subscription, params.discounts), details);
  return details.items ? ofNewOne(books, customer, params) : ofCustomer(books, customer, params.currency);
}

function discounted(books: Books, subscription: Stripe.Subscription, wanted: Params["discounts"]): Stripe.Subscription {
  if (!wanted) return subscription;
  const owner = { customer: idOf(subscription.customer) ?? "", subscription: subscription.id };
  return books.change("subscription", subscription.id, { discounts: wanted.map((source) => redeem(books, source, owner).id) });
}

const noneUpcoming = (whom = ""): Error => invalid(`No upcoming invoices for customer${whom}`, { code: "invoice_upcoming_none" });

function ofSubscription(books: Books, subscription: Stripe.Subscription, details: Details): Stripe.Invoice {
  if (isOver(subscription)) throw noneUpcoming();
  if (details.cancel_now) return ofEnd(books, subscription, details);
  const change = billingChange(details);
  const staged = change && stageUpdate(books, subscription, change);
  const changed = { ...subscription, ...staged?.changes };
  if (staged?.invoice) return ofChange(books, changed, staged.invoice);
  if (isInvoicedInTrial(subscription, change)) return ofPending(books, customerOf(books, subscription), changed);
  const upcoming = upcomingInvoice(books, { ...changed, ...(details.cancel_at_period_end === false && { cancel_at: null }) });
  if (!upcoming) throw noneUpcoming();
  return upcoming;
}

/** In a trial there is nothing to prorate: what is invoiced on the spot is an invoice over nothing. */
const isInvoicedInTrial = ({ status }: Stripe.Subscription, change: BillingChange | null): boolean => status === "trialing" && change?.prorations === "always_invoice";

/** What is charged on the spot for a change. */
function ofChange(books: Books, subscription: Stripe.Subscription, { lines, pending, customer, ...more }: ForInvoice): Stripe.Invoice {
  const all = [...pending.map((item) => invoiceItemLine(books, item)), ...lines];
  return composeInvoice(books, { id: books.newId("upcoming_in"), customer, currency: subscription.currency, subscription, lines: all, discounts: discountsFor(books, subscription, customer), ...more });
}

/** What a cancellation now would credit. */
function ofEnd(books: Books, subscription: Stripe.Subscription, { proration_behavior: prorations, proration_date: at }: Details): Stripe.Invoice {
  const customer = customerOf(books, subscription);
  if (prorations !== "none") prorate(books, { before: subscription, after: [], at: at ?? books.now(customer.id), onlyCredits: true });
  return ofPending(books, customer, subscription);
}

function ofPending(books: Books, customer: Stripe.Customer, subscription: Stripe.Subscription | null, currency = subscription?.currency ?? customer.currency ?? "eur"): Stripe.Invoice {
  const pending = pendingItems(books, { customer: customer.id, subscription: subscription?.id ?? null, currency });
  const lines = pending.map((item) => invoiceItemLine(books, item));
  return composeInvoice(books, { id: books.newId("upcoming_in"), customer, currency, subscription, reason: subscription ? "subscription_update" : "upcoming", lines, discounts: discountsFor(books, subscription, customer) });
}

/** Without a subscription named: that of the customer's next one, or of what waits. */
function ofCustomer(books: Books, customer: Stripe.Customer, currency: string | undefined): Stripe.Invoice {
  const own = books.shelf("subscription").all().filter((one) => idOf(one.customer) === customer.id && !isOver(one));
  const upcoming = own.flatMap((one) => upcomingInvoice(books, one) ?? []);
  const [next] = upcoming.sort((one, other) => one.period_end - other.period_end);
  if (next) return next;
  if (pendingItems(books, { customer: customer.id, subscription: null, currency: currency ?? customer.currency ?? "eur" }).length === 0) throw noneUpcoming(`: ${customer.id}`);
  return ofPending(books, customer, null, currency);
}

/** The first invoice of a subscription that is not made yet. */
function ofNewOne(books: Books, customer: Stripe.Customer, { currency: wanted, subscription_details: details }: Params): Stripe.Invoice {
  const bought = (details?.items ?? []).map((item) => ({ price: priceNamed(books, item), quantity: item.quantity ?? 1 }));
  const now = books.now(customer.id);
  const currency = wanted?.toLowerCase() ?? bought[0]?.price.currency ?? "eur";
  const trialEnd = typeof details?.trial_end === "number" ? details.trial_end : null;
  const period = { start: now, end: trialEnd ?? nth(now, commonRhythm(bought), 1) };
  const lines = bought.map((one) => itemLine(books, itemFor(books, "sub_preview", one, period), { currency, period, metadata: {}, trial: trialEnd !== null }));
  return composeInvoice(books, { id: books.newId("upcoming_in"), customer, currency, reason: "subscription_create", lines, discounts: discountsFor(books, null, customer), period });
}
