import type DataLoader from "dataloader";

import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";
import type { Prisma } from "../../../platform/prisma/client";
import { isOver } from "../standing/access.rules";

const subscriptionFields = {
  id: true,
  stripeId: true,
  customerId: true,
  status: true,
  priceId: true,
  interval: true,
  quantity: true,
  currency: true,
  unitAmount: true,
  nextAmount: true,
  currentPeriodStart: true,
  currentPeriodEnd: true,
  trialEnd: true,
  cancelAt: true,
  cancelAtPeriodEnd: true,
  endedAt: true,
  pastDueSince: true,
  revokedAt: true,
  revokeReason: true,
  hasPendingUpdate: true,
  cardBrand: true,
  cardLast4: true,
  cardExpMonth: true,
  cardExpYear: true,
  createdAt: true,
} satisfies Prisma.SubscriptionSelect;

export type SubscriptionRow = Prisma.SubscriptionGetPayload<{ select: typeof subscriptionFields }>;

/** The one that counts comes first, then the newest. */
const CURRENT_FIRST = [{ isCurrent: "desc" }, { createdAt: "desc" }, { id: "desc" }] satisfies Prisma.SubscriptionOrderByWithRelationInput[];

/** Each user's current subscription, or the last one, loaded in batches; null for who has never had one. */
export function subscriptionOf(ctx: Context): Pick<DataLoader<string, SubscriptionRow | null>, "load"> {
  return loaderOf<string, SubscriptionRow>(ctx, "billing.subscription", async (userIds) => {
    const rows = await ctx.db.subscription.findMany({
      where: { userId: { in: [...userIds] } },
      distinct: ["userId"],
      orderBy: CURRENT_FIRST,
      select: { userId: true, ...subscriptionFields },
    });
    return new Map(rows.flatMap(({ userId, ...row }) => (userId ? [[userId, row] as const] : [])));
  });
}

/** Until when each subscription, by Stripe's id, gives premium; null for one that gives none. */
export function accessUntilOf(ctx: Context): Pick<DataLoader<string, Date | null>, "load"> {
  return loaderOf<string, Date>(ctx, "billing.accessUntil", async (stripeIds) => {
    const rows = await ctx.db.entitlement.findMany({ where: { source: "SUBSCRIPTION", sourceId: { in: [...stripeIds] } }, select: { sourceId: true, validUntil: true } });
    return new Map(rows.flatMap(({ sourceId, validUntil }) => (validUntil ? [[sourceId, validUntil] as const] : [])));
  });
}

/** All of a user's subscriptions that are not over, also one in a state that we don't know: the one that counts first. */
export async function liveSubscriptionsOf(ctx: Context, userId: string): Promise<SubscriptionRow[]> {
  const rows = await ctx.db.subscription.findMany({ where: { userId }, orderBy: CURRENT_FIRST, select: subscriptionFields });
  return rows.filter(({ status }) => !isOver(status));
}

/** Whether any of a user's subscriptions, as whatever customer, began with a trial. */
export async function hasBeenOnTrial(ctx: Context, userId: string): Promise<boolean> {
  return (await ctx.db.subscription.count({ where: { userId, trialStart: { not: null } } })) > 0;
}

export function getSubscription(ctx: Context, id: string): Promise<SubscriptionRow> {
  return ctx.db.subscription.findUniqueOrThrow({ where: { id }, select: subscriptionFields });
}
