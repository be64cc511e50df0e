import type DataLoader from "dataloader";

import type { Context } from "../../platform/context";
import { loaderOf } from "../../platform/loader";
import { type Grant, planAt, type PlanName } from "./entitlement.rules";

export interface Entitlement {
  plan: PlanName;
}

/** What each user may use right now, loaded in batches. Everybody has an entitlement: `load` is never null here. */
export function entitlementOf(ctx: Context): Pick<DataLoader<string, Entitlement | null>, "load"> {
  return loaderOf<string, Entitlement>(ctx, "billing.entitlement", async (userIds) => {
    const rows = await ctx.db.entitlement.findMany({
      where: { userId: { in: [...userIds] } },
      select: { userId: true, plan: true, validUntil: true },
    });
    const grants = new Map<string, Grant>(rows.map((row) => [row.userId, row]));
    return new Map(userIds.map((id) => [id, { plan: planAt(grants.get(id) ?? null, ctx.clock.now()) }]));
  });
}

export async function saveGrant(ctx: Context, userId: string, grant: Grant): Promise<void> {
  await ctx.db.entitlement.upsert({ where: { userId }, create: { userId, ...grant }, update: grant, select: { userId: true } });
}
