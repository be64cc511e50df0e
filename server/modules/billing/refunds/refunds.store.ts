import type { Context } from "../../../platform/context";
import { isId } from "../../../platform/ids";
import type { Prisma } from "../../../platform/prisma/client";

const fields = { id: true, stripeId: true, customerId: true, userId: true, currency: true } satisfies Prisma.InvoiceSelect;

/** What a refund needs to know of an invoice. */
export type Refundable = Prisma.InvoiceGetPayload<{ select: typeof fields }>;

export async function findRefundable(ctx: Context, invoiceId: string): Promise<Refundable | null> {
  return isId(invoiceId) ? ctx.db.invoice.findUnique({ where: { id: invoiceId }, select: fields }) : null;
}

/** From here on whoever asks for a refund of this invoice waits for the end of the transaction. */
export async function holdInvoice(ctx: Context, invoiceId: string): Promise<void> {
  await ctx.db.$queryRaw`select 1 from invoice where id = ${invoiceId}::uuid for update`;
}

/** What was made of a request and has not failed since, as far as the last sync knows: the first one's id and the sum; null for nothing. */
export async function findMadeFor(ctx: Context, requestId: string): Promise<{ refundId: string; amount: number } | null> {
  const rows = await ctx.db.refund.findMany({ where: { requestId, status: { notIn: ["failed", "canceled"] } }, orderBy: [{ createdAt: "asc" }, { stripeId: "asc" }], select: { stripeId: true, amount: true } });
  return rows[0] ? { refundId: rows[0].stripeId, amount: rows.reduce((sum, { amount }) => sum + amount, 0) } : null;
}

/** What our rows say of refunds, by the provider's ids. */
export async function statusesOf(ctx: Context, refundIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.refund.findMany({ where: { stripeId: { in: [...refundIds] } }, select: { stripeId: true, status: true } });
  return new Map(rows.map(({ stripeId, status }) => [stripeId, status]));
}
