import type { Context } from "../../../platform/context";

/** Whose customer this is. */
export interface Owner {
  /** Null once the account is deleted, or has another customer. */
  userId: string | null;
  /** When the account was deleted. */
  leftAt: Date | null;
}

/** Null for a customer that isn't ours. */
export const findOwner = (ctx: Context, customerId: string): Promise<Owner | null> =>
  ctx.db.billingCustomer.findUnique({ where: { stripeId: customerId }, select: { userId: true, leftAt: true } });

/** Takes a customer for a user's own; false when the user has another. Of many at once one is written, and all see it. */
export async function adoptCustomer(ctx: Context, { customerId, userId, livemode }: { customerId: string; userId: string; livemode: boolean }): Promise<boolean> {
  await ctx.db.billingCustomer.createMany({ data: { stripeId: customerId, userId, livemode, createdAt: ctx.clock.now() }, skipDuplicates: true });
  return (await findOwner(ctx, customerId))?.userId === userId;
}
