import type { Context } from "../../../platform/context";
import { everCustomerOf } from "../customers/customers.store";

/** All that is kept of what a person bought and was given, for that person's data export. */
export async function exportBilling(ctx: Context, userId: string) {
  const ofUser = { where: { userId }, orderBy: { createdAt: "asc" } } as const;
  const whose = { customer: everCustomerOf(userId) };
  const ofCustomer = { where: whose, orderBy: { createdAt: "asc" } } as const;
  const customers = await ctx.db.billingCustomer.findMany({ where: everCustomerOf(userId), select: { stripeId: true } });
  const about = { OR: [{ userId }, { customerId: { in: customers.map(({ stripeId }) => stripeId) } }] };
  const [customer, subscriptions, invoices, refunds, disputes, entitlements, checkouts, movements, incidents] = await Promise.all([
    ctx.db.billingCustomer.findUnique({ where: { userId }, select: { stripeId: true, createdAt: true } }),
    ctx.db.subscription.findMany({ ...ofUser, select: subscriptionFields }),
    ctx.db.invoice.findMany({ ...ofUser, select: invoiceFields }),
    ctx.db.refund.findMany({ ...ofCustomer, select: { stripeId: true, invoiceId: true, amount: true, currency: true, status: true, reason: true, createdAt: true } }),
    ctx.db.dispute.findMany({ ...ofCustomer, select: { stripeId: true, invoiceId: true, amount: true, currency: true, status: true, reason: true, createdAt: true } }),
    ctx.db.entitlement.findMany({ ...ofUser, select: { source: true, sourceId: true, validUntil: true, createdAt: true } }),
    ctx.db.checkoutAttempt.findMany({ ...ofUser, select: { priceId: true, currency: true, trialDays: true, status: true, createdAt: true, expiresAt: true } }),
    ctx.db.ledgerEntry.findMany({ where: whose, orderBy: { at: "asc" }, select: { kind: true, invoiceId: true, amount: true, currency: true, at: true } }),
    ctx.db.billingIncident.findMany({ where: about, orderBy: { createdAt: "asc" }, select: { kind: true, detail: true, createdAt: true, resolvedAt: true } }),
  ]);
  return { customer, subscriptions, invoices, refunds, disputes, entitlements, checkouts, movements, incidents };
}

const subscriptionFields = {
  stripeId: true,
  status: true,
  priceId: true,
  interval: true,
  currency: true,
  unitAmount: true,
  currentPeriodStart: true,
  currentPeriodEnd: true,
  trialStart: true,
  trialEnd: true,
  cancelAt: true,
  cancelAtPeriodEnd: true,
  canceledAt: true,
  endedAt: true,
  revokedAt: true,
  revokeReason: true,
  cardBrand: true,
  cardLast4: true,
  cardExpMonth: true,
  cardExpYear: true,
  createdAt: true,
} as const;

const invoiceFields = {
  stripeId: true,
  subscriptionId: true,
  number: true,
  status: true,
  currency: true,
  total: true,
  amountDue: true,
  amountPaid: true,
  amountRefunded: true,
  disputed: true,
  hostedUrl: true,
  pdfUrl: true,
  periodStart: true,
  periodEnd: true,
  createdAt: true,
  paidAt: true,
} as const;
