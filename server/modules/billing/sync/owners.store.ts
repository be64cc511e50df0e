import type { Context } from "../../../platform/context";

/** Whose customer this is: `userId` is null once the account is deleted. Null for a customer that isn't ours. */
export const findOwner = (ctx: Context, customerId: string): Promise<{ userId: string | null } | null> =>
  ctx.db.billingCustomer.findUnique({ where: { stripeId: customerId }, select: { userId: true } });

/** Takes a customer for a user's own; false when the user has another. Of many at once one is written, and all see it. */
export async function adoptCustomer(ctx: Context, { customerId, userId, livemode }: { customerId: string; userId: string; livemode: boolean }): Promise<boolean> {
  await ctx.db.billingCustomer.createMany({ data: { stripeId: customerId, userId, livemode, createdAt: ctx.clock.now() }, skipDuplicates: true });
  return (await findOwner(ctx, customerId))?.userId === userId;
}
