import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";

/** Keeps an export in the place of the user's earlier ones. */
export async function replaceExport(ctx: Context, row: Prisma.DataExportCreateManyInput): Promise<void> {
  await ctx.db.dataExport.deleteMany({ where: { userId: row.userId } });
  await ctx.db.dataExport.create({ data: row, select: { id: true } });
}

export async function findExportOf(ctx: Context, userId: string, id: string): Promise<Prisma.JsonValue> {
  const found = await ctx.db.dataExport.findFirst({ where: { id, userId, expiresAt: { gt: ctx.clock.now() } }, select: { content: true } });
  return found?.content ?? null;
}
