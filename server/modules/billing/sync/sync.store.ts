import type { CustomerTruth, DisputeTruth, RefundTruth } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";
import { OVER } from "../standing/access.rules";
import type { Known } from "../standing/known";
import type { Movement } from "../standing/money.rules";
import type { Owner } from "./owners.store";
import type { Candidate, StandingInvoice, StandingSubscription } from "../standing/standing.rules";

/** A number that is higher than that of every fetch which began before. */
export async function takeTicket(ctx: Context): Promise<bigint> {
  const [row] = await ctx.db.$queryRaw<{ ticket: bigint }[]>`select nextval('billing_sync_ticket') as ticket`;
  if (!row) throw new Error("The database gives no ticket.");
  return row.ticket;
}

/**
 * Whether what was fetched under `ticket` may be written: false when something newer was written meanwhile. From here on the
 * customer is this transaction's alone.
 */
export async function claimCustomer(ctx: Context, ticket: bigint, { customerId, delinquent, deleted }: CustomerTruth): Promise<boolean> {
  const now = ctx.clock.now();
  const claimed = await ctx.db.$executeRaw`
    update billing_customer set "syncTicket" = ${ticket}, "syncedAt" = ${now}, delinquent = ${delinquent},
      "deletedAt" = case when ${deleted} then coalesce("deletedAt", ${now}) end
    where "stripeId" = ${customerId} and "syncTicket" < ${ticket}`;
  return claimed === 1;
}

const subscriptionFields = { stripeId: true, status: true, priceId: true, canceledAt: true, cancelAt: true, cancelAtPeriodEnd: true, revokedAt: true } satisfies Prisma.SubscriptionSelect;


export async function knownOf(ctx: Context, customerId: string): Promise<Known> {
  const where = { customerId };
  const subscriptions = await ctx.db.subscription.findMany({ where, select: subscriptionFields });
  const ledger = await ctx.db.ledgerEntry.findMany({ where, select: { key: true } });
  return {
    subscriptions: new Map(subscriptions.map((row) => [row.stripeId, row])),
    movements: new Set(ledger.map(({ key }) => key)),
  };
}

/** A customer without a user was somebody's once, who may be there still, as another customer: whose a row is stays. */
const ownedBy = ({ userId }: Owner) => (userId === null ? {} : { userId });

/** Of somebody who has left only what accounting needs is kept. */
const cardKept = (card: StandingSubscription["card"], { leftAt }: Owner) => {
  const kept = leftAt ? null : card;
  return { cardBrand: kept?.brand ?? null, cardLast4: kept?.last4 ?? null, cardExpMonth: kept?.expMonth ?? null, cardExpYear: kept?.expYear ?? null };
};

export async function saveSubscription(ctx: Context, owner: Owner, subscription: StandingSubscription): Promise<void> {
  const { subscriptionId: stripeId, customerId, createdAt, card, metadata, productId: _, endedUnpaid: __, accessUntil: ___, ...rest } = subscription;
  const data = { ...rest, attemptId: metadata.attemptId ?? null, ...ownedBy(owner), ...cardKept(card, owner) };
  await ctx.db.subscription.upsert({ where: { stripeId }, create: { stripeId, customerId, createdAt, ...data }, update: data, select: { id: true } });
}

/** Writes invoices. Nearly all of a customer's are long over: those that say what they said before are not written again. */
export async function saveInvoices(ctx: Context, owner: Owner, invoices: readonly StandingInvoice[]): Promise<void> {
  const rows = await ctx.db.invoice.findMany({ where: { stripeId: { in: invoices.map(({ invoiceId }) => invoiceId) } } });
  const known = new Map(rows.map((row) => [row.stripeId, row]));
  for (const { invoiceId: stripeId, paymentIntentIds: _, ...rest } of invoices) {
    const data = { ...rest, ...ownedBy(owner), ...(owner.leftAt && { hostedUrl: null, pdfUrl: null }) };
    if (isSame(known.get(stripeId) ?? {}, data)) continue;
    await ctx.db.invoice.upsert({ where: { stripeId }, create: { stripeId, ...data }, update: data, select: { id: true } });
  }
}

const isSame = (row: object, data: object): boolean => Object.entries(data).every(([name, value]) => plain((row as Record<string, unknown>)[name]) === plain(value));
const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

export async function saveRefund(ctx: Context, customerId: string, { refundId: stripeId, ...rest }: RefundTruth): Promise<void> {
  await ctx.db.refund.upsert({ where: { stripeId }, create: { stripeId, customerId, ...rest }, update: { status: rest.status, invoiceId: rest.invoiceId }, select: { stripeId: true } });
}

export async function saveDispute(ctx: Context, customerId: string, { disputeId: stripeId, ...rest }: DisputeTruth): Promise<void> {
  await ctx.db.dispute.upsert({ where: { stripeId }, create: { stripeId, customerId, ...rest }, update: { status: rest.status, invoiceId: rest.invoiceId, amount: rest.amount }, select: { stripeId: true } });
}

/** Writes the movements that are not in the ledger yet. */
export async function appendMovements(ctx: Context, customerId: string, movements: readonly Movement[]): Promise<void> {
  await ctx.db.ledgerEntry.createMany({ data: movements.map((movement) => ({ ...movement, customerId })), skipDuplicates: true });
}

const candidateFields = {
  stripeId: true,
  customerId: true,
  status: true,
  revokedAt: true,
  currentPeriodEnd: true,
  cancelAt: true,
  cancelAtPeriodEnd: true,
  attemptId: true,
  createdAt: true,
} satisfies Prisma.SubscriptionSelect;

/** All subscriptions that a user ever had, as whatever customer. */
export const subscriptionsEverOf = (ctx: Context, userId: string): Promise<(Candidate & { customerId: string })[]> =>
  ctx.db.subscription.findMany({ where: { userId }, select: candidateFields });

/** Of a user's subscriptions the one that counts. The others make way first, for only one may. */
export async function setCurrent(ctx: Context, userId: string, stripeId: string | null): Promise<void> {
  await ctx.db.subscription.updateMany({ where: { userId, isCurrent: true, ...(stripeId && { stripeId: { not: stripeId } }) }, data: { isCurrent: false } });
  if (stripeId) await ctx.db.subscription.updateMany({ where: { stripeId, isCurrent: false }, data: { isCurrent: true } });
}

export interface Watched {
  status: string;
  isCurrent: boolean;
  revokedAt: Date | null;
  userId: string | null;
  /** When the account was deleted whose it was. */
  leftAt: Date | null;
}

export async function findSubscription(ctx: Context, stripeId: string): Promise<Watched | null> {
  const row = await ctx.db.subscription.findUnique({ where: { stripeId }, select: { status: true, isCurrent: true, revokedAt: true, userId: true, customer: { select: { leftAt: true } } } });
  return row && { ...row, leftAt: row.customer.leftAt };
}

const paidInvoiceFields = { stripeId: true, amountPaid: true, amountRefunded: true, currency: true, paidAt: true } satisfies Prisma.InvoiceSelect;
export type PaidInvoice = Prisma.InvoiceGetPayload<{ select: typeof paidInvoiceFields }>;

/** Paid invoices of a subscription, by the provider's ids, newest first. */
export const paidInvoicesOf = (ctx: Context, subscriptionId: string): Promise<PaidInvoice[]> =>
  ctx.db.invoice.findMany({ where: { subscriptionId, status: "paid", amountPaid: { gt: 0 } }, orderBy: { createdAt: "desc" }, select: paidInvoiceFields });

/** Of a customer who is deleted at the provider nothing lives, whatever was last told of it. */
export async function endAllOf(ctx: Context, customerId: string): Promise<void> {
  await ctx.db.subscription.updateMany({ where: { customerId, status: { notIn: [...OVER] } }, data: { status: "canceled", endedAt: ctx.clock.now(), pastDueSince: null } });
}
