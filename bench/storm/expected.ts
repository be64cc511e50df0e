import type Stripe from "stripe";

import type { Member } from "./history";
import type { Held, HeldInvoice, HeldSubscription } from "./held";

/** All but the mails besides receipts, which follow from days as well as from events. */
export type Expected = Omit<Held, "mails">;

/**
 * What the database must hold, out of the list of events alone: for each object the last word that was said of it. A
 * second opinion: it shares no code with the server, and asks nobody.
 */
export function expectedFrom(events: readonly Stripe.Event[], members: readonly Member[]): Expected {
  const said = lastWords(events);
  const invoiceOfPayment = paymentsToInvoices(said);
  const refunds = said("refund").map((refund) => ({ ...refund, invoice: invoiceOfPayment.get(idOf(refund.payment_intent) ?? "") ?? null }));
  const disputes = said("dispute").map((dispute) => ({ ...dispute, invoice: invoiceOfPayment.get(idOf(dispute.payment_intent) ?? "") ?? null }));
  const money: Money = { refunds, disputes };
  const invoices = Object.fromEntries(said("invoice").map((invoice) => [invoice.id, invoiceFrom(invoice, money)]));
  const subscriptions = Object.fromEntries(said("subscription").map((subscription) => [subscription.id, subscriptionFrom(subscription, said("invoice"), money)]));
  return {
    subscriptions,
    invoices,
    refunds: Object.fromEntries(refunds.map(({ id, amount, status }) => [id, { amount, status: status ?? "" }])),
    disputes: Object.fromEntries(disputes.map(({ id, amount, status }) => [id, { amount, status }])),
    ledger: ledgerFrom(said("invoice"), money),
    premium: premiumFrom(said("subscription"), subscriptions, members),
    receipts: receiptsFrom(said("invoice")),
  };
}

interface Kinds {
  invoice: Stripe.Invoice;
  subscription: Stripe.Subscription;
  refund: Stripe.Refund;
  dispute: Stripe.Dispute;
  invoice_payment: Stripe.InvoicePayment;
}

type Said = <Kind extends keyof Kinds>(kind: Kind) => Kinds[Kind][];

interface Money {
  refunds: readonly (Stripe.Refund & { invoice: string | null })[];
  disputes: readonly (Stripe.Dispute & { invoice: string | null })[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const idOf = (reference: string | { id: string } | null | undefined): string | null => (typeof reference === "string" ? reference : (reference?.id ?? null));
const instant = (seconds: number | null | undefined) => (seconds ? new Date(seconds * 1000).toISOString() : null);

function lastWords(events: readonly Stripe.Event[]): Said {
  const last = new Map<string, { id: string; object: string }>();
  for (const { data, type } of events) {
    if (type === "invoice.upcoming") continue; // A preview, no invoice yet.
    const object = data.object as { id?: string; object: string };
    if (object.id) last.set(object.id, object as { id: string; object: string });
  }
  return (kind) => [...last.values()].filter(({ object }) => object === kind) as never;
}

const paymentsToInvoices = (said: Said) =>
  new Map(said("invoice_payment").map(({ payment, invoice }) => [idOf(payment.payment_intent) ?? "", idOf(invoice as string) ?? ""]));

const subscriptionOf = (invoice: Stripe.Invoice) => idOf(invoice.parent?.subscription_details?.subscription);
const succeeded = ({ status }: { status: string | null }) => status === "succeeded" || status === "pending";
const tookMoney = ({ status }: { status: string }) => !status.startsWith("warning_") && status !== "prevented" && status !== "won";
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

function invoiceFrom(invoice: Stripe.Invoice, { refunds, disputes }: Money): HeldInvoice {
  const back = refunds.filter((refund) => refund.invoice === invoice.id && succeeded(refund));
  return {
    status: invoice.status ?? "",
    amountPaid: invoice.amount_paid,
    amountRemaining: invoice.amount_remaining,
    amountRefunded: sum(back.map(({ amount }) => amount)),
    disputed: disputes.some((dispute) => dispute.invoice === invoice.id && tookMoney(dispute)),
  };
}

function subscriptionFrom(subscription: Stripe.Subscription, invoices: readonly Stripe.Invoice[], money: Money): HeldSubscription {
  const its = invoices.filter((invoice) => subscriptionOf(invoice) === subscription.id);
  const open = its.filter(({ status }) => status === "open").map(({ status_transitions, created }) => status_transitions.finalized_at ?? created);
  return {
    status: subscription.status,
    price: subscription.items.data[0]?.price.id ?? null,
    periodEnd: instant(Math.max(...subscription.items.data.map((item) => item.current_period_end))),
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    pastDueSince: subscription.status === "past_due" && open.length > 0 ? instant(Math.min(...open)) : null,
    revoked: isRevoked(its, money),
  };
}

/** Everything that was paid last is given back, or some payment is disputed for real. */
function isRevoked(its: readonly Stripe.Invoice[], money: Money): boolean {
  const paid = its.filter(({ amount_paid, status }) => status === "paid" && amount_paid > 0);
  const last = paid.sort((one, other) => (one.status_transitions.paid_at ?? 0) - (other.status_transitions.paid_at ?? 0)).at(-1);
  const all = last && invoiceFrom(last, money);
  return its.some((invoice) => invoiceFrom(invoice, money).disputed) || (all ? all.amountRefunded >= all.amountPaid : false);
}

function ledgerFrom(invoices: readonly Stripe.Invoice[], { refunds, disputes }: Money): Record<string, number> {
  const paid = invoices.filter(({ status, amount_paid }) => status === "paid" && amount_paid > 0).map(({ id, amount_paid }) => [`paid:${id}`, amount_paid] as const);
  const back = refunds.filter(({ status }) => status === "succeeded").map(({ id, amount }) => [`refunded:${id}`, -amount] as const);
  const taken = disputes.filter(({ status }) => !status.startsWith("warning_") && status !== "prevented").map(({ id, amount }) => [`disputed:${id}`, -amount] as const);
  const restored = disputes.filter(({ status }) => status === "won").map(({ id, amount }) => [`restored:${id}`, amount] as const);
  return Object.fromEntries([...paid, ...back, ...taken, ...restored]);
}

/** Until when each member has premium; those who have none are left out. */
function premiumFrom(all: readonly Stripe.Subscription[], held: Readonly<Record<string, HeldSubscription>>, members: readonly Member[]): Record<string, string> {
  const now = Date.now();
  const ends = members.map(({ userId, customerId }) => {
    const until = all.filter(({ customer }) => idOf(customer as string) === customerId).map((subscription) => accessEnd(subscription, held[subscription.id] as HeldSubscription));
    return [userId, Math.max(0, ...until)] as const;
  });
  return Object.fromEntries(ends.filter(([, end]) => end > now).map(([user, end]) => [user, new Date(end).toISOString()]));
}

function accessEnd(subscription: Stripe.Subscription, { status, revoked, periodEnd, pastDueSince }: HeldSubscription): number {
  if (revoked) return 0;
  const end = Date.parse(periodEnd ?? "");
  if (status === "past_due") return Date.parse(pastDueSince ?? "") + 7 * DAY_MS;
  if (status !== "active" && status !== "trialing") return 0;
  if (subscription.cancel_at) return subscription.cancel_at * 1000;
  return subscription.cancel_at_period_end ? end : end + 3 * DAY_MS;
}

const RECEIPT_IS_NEWS_FOR_MS = 30 * DAY_MS;

const receiptsFrom = (invoices: readonly Stripe.Invoice[]): string[] =>
  invoices
    .filter(({ status, amount_paid, status_transitions: { paid_at } }) => status === "paid" && amount_paid > 0 && paid_at && paid_at * 1000 > Date.now() - RECEIPT_IS_NEWS_FOR_MS)
    .map(({ id }) => `receipt:${id}`)
    .sort();
