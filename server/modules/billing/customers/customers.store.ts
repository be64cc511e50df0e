import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";

const customerFields = { stripeId: true, deletedAt: true, createdAt: true } satisfies Prisma.BillingCustomerSelect;

export type CustomerRow = Prisma.BillingCustomerGetPayload<{ select: typeof customerFields }>;

export const findCustomerOf = (ctx: Context, userId: string): Promise<CustomerRow | null> => ctx.db.billingCustomer.findUnique({ where: { userId }, select: customerFields });

/** Every customer that was a person's, also one that has made way for another since. */
export const everCustomerOf = (userId: string) => ({ OR: [{ userId }, { subscriptions: { some: { userId } } }, { invoices: { some: { userId } } }] }) satisfies Prisma.BillingCustomerWhereInput;

/** Notes on all customers of a person that their account goes. Belongs in the transaction that deletes it, before. */
export async function noteLeft(ctx: Context, userId: string): Promise<void> {
  await ctx.db.billingCustomer.updateMany({ where: { ...everCustomerOf(userId), leftAt: null }, data: { leftAt: ctx.clock.now() } });
}

/**
 * Makes the customer the user's own, in the place of one that is deleted. Of many calls at once one writes it, and all get
 * the one that is the user's then. Belongs in a transaction.
 */
export async function saveCustomer(ctx: Context, userId: string, { stripeId, livemode, replaces }: { stripeId: string; livemode: boolean; replaces: string | null }): Promise<CustomerRow> {
  if (replaces) await ctx.db.billingCustomer.updateMany({ where: { stripeId: replaces, userId, deletedAt: { not: null } }, data: { userId: null } });
  await ctx.db.billingCustomer.createMany({ data: { stripeId, userId, livemode, createdAt: ctx.clock.now() }, skipDuplicates: true });
  return ctx.db.billingCustomer.findUniqueOrThrow({ where: { userId }, select: customerFields });
}
