import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";

const fields = { id: true, amount: true, actorId: true, reason: true, status: true, createdAt: true, updatedAt: true } satisfies Prisma.RefundRequestSelect;
export type RequestRow = Prisma.RefundRequestGetPayload<{ select: typeof fields }>;

/** What makes two wishes the same. */
export interface Wished {
  /** The provider's id. */
  invoiceId: string;
  /** Null: all that is left. */
  amount: number | null;
}

export const findLastRequest = (ctx: Context, { invoiceId, amount }: Wished): Promise<RequestRow | null> =>
  ctx.db.refundRequest.findFirst({ where: { invoiceId, amount }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: fields });

export function insertRequest(ctx: Context, request: Wished & { actorId: string | null; reason: string }): Promise<RequestRow> {
  const now = ctx.clock.now();
  return ctx.db.refundRequest.create({ data: { ...request, status: "PENDING", createdAt: now, updatedAt: now }, select: fields });
}

/** Notes that it is done; false when that was noted before. */
export async function markDone(ctx: Context, id: string, refundId: string): Promise<boolean> {
  const { count } = await ctx.db.refundRequest.updateMany({ where: { id, status: { not: "DONE" } }, data: { status: "DONE", refundId, updatedAt: ctx.clock.now() } });
  return count === 1;
}

export async function markFailed(ctx: Context, id: string): Promise<void> {
  await ctx.db.refundRequest.updateMany({ where: { id, status: "PENDING" }, data: { status: "FAILED", updatedAt: ctx.clock.now() } });
}
