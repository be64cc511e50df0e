import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";

const customerFields = { stripeId: true, deletedAt: true, createdAt: true } satisfies Prisma.BillingCustomerSelect;

export type CustomerRow = Prisma.BillingCustomerGetPayload<{ select: typeof customerFields }>;

export const findCustomerOf = (ctx: Context, userId: string): Promise<CustomerRow | null> => ctx.db.billingCustomer.findUnique({ where: { userId }, select: customerFields });

/**
 * Makes the customer the user's own, in the place of one that is deleted. Of many calls at once one writes it, and all get
 * the one that is the user's then. Belongs in a transaction.
 */
export async function saveCustomer(ctx: Context, userId: string, { stripeId, livemode, replaces }: { stripeId: string; livemode: boolean; replaces: string | null }): Promise<CustomerRow> {
  if (replaces) await ctx.db.billingCustomer.updateMany({ where: { stripeId: replaces, userId, deletedAt: { not: null } }, data: { userId: null } });
  await ctx.db.billingCustomer.createMany({ data: { stripeId, userId, livemode, createdAt: ctx.clock.now() }, skipDuplicates: true });
  return ctx.db.billingCustomer.findUniqueOrThrow({ where: { userId }, select: customerFields });
}
