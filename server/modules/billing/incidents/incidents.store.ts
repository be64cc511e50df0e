import type { Context } from "../../../platform/context";
import type { Page } from "../../../platform/paging";
import type { Prisma } from "../../../platform/prisma/client";

/** What Etude puts right by itself. */
type PutRight = "duplicate-subscription" | "second-trial" | "subscription-without-account" | "money-went-back" | "paid-after-end";
/** What somebody has to look at. */
type ForPeople = "fraud-warning" | "invoice-not-finalized" | "second-customer" | "unknown-customer" | "second-subscription" | "unknown-status" | "refund-failed";

export interface Incident {
  /** What it is about: the same incident is noted once. */
  key: string;
  kind: PutRight | ForPeople;
  customerId: string | null;
  userId: string | null;
  detail: string;
}

/** Notes what must not be; false when it was noted before. */
export async function noteIncident(ctx: Context, incident: Incident): Promise<boolean> {
  const { count } = await ctx.db.billingIncident.createMany({ data: { ...incident, createdAt: ctx.clock.now() }, skipDuplicates: true });
  return count === 1;
}

/** Notes what is to be put right, again if it had been before. */
export async function openIncident(ctx: Context, incident: Incident): Promise<void> {
  if (await noteIncident(ctx, incident)) return;
  await ctx.db.billingIncident.updateMany({ where: { key: incident.key, resolvedAt: { not: null } }, data: { resolvedAt: null, createdAt: ctx.clock.now() } });
}

/** Of these incidents those that were ever noted, and whether each is open. */
export async function openOf(ctx: Context, keys: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows = await ctx.db.billingIncident.findMany({ where: { key: { in: [...keys] } }, select: { key: true, resolvedAt: true } });
  return new Map(rows.map(({ key, resolvedAt }) => [key, resolvedAt === null]));
}

/** Says what was done about it. False when it was resolved before. */
export async function resolveIncident(ctx: Context, key: string): Promise<boolean> {
  const { count } = await ctx.db.billingIncident.updateMany({ where: { key, resolvedAt: null }, data: { resolvedAt: ctx.clock.now() } });
  return count === 1;
}

const fields = { key: true, id: true, kind: true, customerId: true, userId: true, detail: true, createdAt: true, resolvedAt: true } satisfies Prisma.BillingIncidentSelect;
export type IncidentRow = Prisma.BillingIncidentGetPayload<{ select: typeof fields }>;

export const findIncident = (ctx: Context, key: string): Promise<IncidentRow | null> => ctx.db.billingIncident.findUnique({ where: { key }, select: fields });

/** One page of incidents, newest first; `open` narrows them to those that are, or are not. */
export function findIncidents(ctx: Context, { limit, after }: Page, open: boolean | null): Promise<IncidentRow[]> {
  const behind = after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] };
  const narrowed = open === null ? {} : { resolvedAt: open ? null : { not: null } };
  return ctx.db.billingIncident.findMany({ where: { ...behind, ...narrowed }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: limit, select: fields });
}
