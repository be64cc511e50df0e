import type { Context } from "../../../platform/context";
import { isId } from "../../../platform/ids";
import type { Prisma } from "../../../platform/prisma/client";

const fields = { id: true, stripeId: true, customerId: true, userId: true, currency: true, amountRefunded: true } satisfies Prisma.InvoiceSelect;

/** What a refund needs to know of an invoice. */
export type Refundable = Prisma.InvoiceGetPayload<{ select: typeof fields }>;

export async function findRefundable(ctx: Context, invoiceId: string): Promise<Refundable | null> {
  return isId(invoiceId) ? ctx.db.invoice.findUnique({ where: { id: invoiceId }, select: fields }) : null;
}
