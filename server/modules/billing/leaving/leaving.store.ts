import type { Context } from "../../../platform/context";

/** The subscriptions that a customer ever had, and how each stands. */
export const subscriptionsOf = (ctx: Context, customerId: string): Promise<{ stripeId: string; status: string }[]> =>
  ctx.db.subscription.findMany({ where: { customerId }, select: { stripeId: true, status: true } });

/** Of all customers but one whoever was compared with Stripe last; null where there is nobody else. */
export async function lastSyncedCustomer(ctx: Context, besides: string): Promise<string | null> {
  const found = await ctx.db.billingCustomer.findFirst({ where: { stripeId: { not: besides }, syncedAt: { not: null }, deletedAt: null }, orderBy: { syncedAt: "desc" }, select: { stripeId: true } });
  return found?.stripeId ?? null;
}

/** Takes off a person's rows what accounting does not need: their cards, and the pages of their invoices. Belongs in a transaction. */
export async function forgetCards(ctx: Context, userId: string): Promise<void> {
  await ctx.db.subscription.updateMany({ where: { userId }, data: { cardBrand: null, cardLast4: null, cardExpMonth: null, cardExpYear: null } });
  await ctx.db.invoice.updateMany({ where: { userId }, data: { hostedUrl: null, pdfUrl: null } });
}
