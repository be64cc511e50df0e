import type { Context } from "../../platform/context";
import type { Prisma } from "../../platform/prisma/client";

export async function insertEntry(ctx: Context, entry: Prisma.AuditEntryCreateManyInput): Promise<void> {
  await ctx.db.auditEntry.create({ data: entry, select: { id: true } });
}

const EXPORTED_ENTRIES = 10_000;

/** What is remembered of one person, newest first (10,000 entries at most): for that person's data export. */
export function auditEntriesAbout(ctx: Context, userId: string) {
  return ctx.db.auditEntry.findMany({
    where: { OR: [{ actorId: userId }, { subjectId: userId }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: EXPORTED_ENTRIES,
    select: { at: true, action: true, description: true, ipAddress: true, userAgent: true },
  });
}

export interface EntryFilter {
  action: string;
  /** Texts that the entry's metadata holds under these names. */
  metadata: Readonly<Record<string, string>>;
  since?: Date;
}

/** How many such entries there are. */
export function countEntries(ctx: Context, { action, metadata, since }: EntryFilter): Promise<number> {
  const same = Object.entries(metadata).map(([name, value]) => ({ metadata: { path: [name], equals: value } }));
  return ctx.db.auditEntry.count({ where: { action, at: { gte: since }, AND: same } });
}
