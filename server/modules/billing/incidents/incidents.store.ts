import type { Context } from "../../../platform/context";

export interface Incident {
  /** What it is about: the same incident is noted once. */
  key: string;
  kind: "duplicate-subscription" | "second-trial" | "subscription-without-account" | "fraud-warning" | "invoice-not-finalized" | "second-customer";
  customerId: string | null;
  userId: string | null;
  detail: string;
}

/** Notes what must not be; false when it was noted before. */
export async function noteIncident(ctx: Context, incident: Incident): Promise<boolean> {
  const { count } = await ctx.db.billingIncident.createMany({ data: { ...incident, createdAt: ctx.clock.now() }, skipDuplicates: true });
  return count === 1;
}

/** Which of these incidents were noted, whether or not they are resolved. */
export async function notedOf(ctx: Context, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.billingIncident.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** Says what was done about it. False when it was resolved before. */
export async function resolveIncident(ctx: Context, key: string): Promise<boolean> {
  const { count } = await ctx.db.billingIncident.updateMany({ where: { key, resolvedAt: null }, data: { resolvedAt: ctx.clock.now() } });
  return count === 1;
}
