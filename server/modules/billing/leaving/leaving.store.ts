import type { Context } from "../../../platform/context";

/** The subscriptions that a customer ever had, and how each stands. */
export const subscriptionsOf = (ctx: Context, customerId: string): Promise<{ stripeId: string; status: string }[]> =>
  ctx.db.subscription.findMany({ where: { customerId }, select: { stripeId: true, status: true } });
