import type DataLoader from "dataloader";

import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";
import { planAt, type PlanName, type Reason } from "./entitlement.rules";

export interface Entitlement {
  plan: PlanName;
}

/** What each user may use right now, loaded in batches. Everybody has an entitlement: `load` is never null here. */
export function entitlementOf(ctx: Context): Pick<DataLoader<string, Entitlement | null>, "load"> {
  return loaderOf<string, Entitlement>(ctx, "billing.entitlement", async (userIds) => {
    const rows = await ctx.db.entitlement.findMany({ where: { userId: { in: [...userIds] } }, select: { userId: true, validUntil: true } });
    const now = ctx.clock.now();
    return new Map(userIds.map((id) => [id, { plan: planAt(rows.filter(({ userId }) => userId === id), now) }]));
  });
}

/** A gift of premium; the same gift again changes its end. */
export async function saveGrant(ctx: Context, userId: string, { sourceId, validUntil }: Reason & { sourceId: string }): Promise<void> {
  const key = { userId, source: "GRANT" as const, sourceId };
  await ctx.db.entitlement.upsert({ where: { userId_source_sourceId: key }, create: { ...key, validUntil, createdAt: ctx.clock.now() }, update: { validUntil }, select: { id: true } });
}

/** What subscriptions entitle a user to, in the place of what they did before: until when, by subscription. */
export async function replaceBought(ctx: Context, userId: string, bought: ReadonlyMap<string, Date>): Promise<void> {
  await ctx.db.entitlement.deleteMany({ where: { userId, source: "SUBSCRIPTION", sourceId: { notIn: [...bought.keys()] } } });
  for (const [sourceId, validUntil] of bought) {
    const key = { userId, source: "SUBSCRIPTION" as const, sourceId };
    await ctx.db.entitlement.upsert({ where: { userId_source_sourceId: key }, create: { ...key, validUntil, createdAt: ctx.clock.now() }, update: { validUntil }, select: { id: true } });
  }
}
