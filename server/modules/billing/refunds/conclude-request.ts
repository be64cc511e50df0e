import type { MadeRefund } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import type { Refundable } from "./refunds.store";
import { markDone, type RequestRow } from "./requests.store";

interface Concluded {
  invoice: Refundable;
  request: RequestRow;
  made: MadeRefund;
}

/** Notes what was made of a request, and in the audit log whose it was and why; once, whoever finds it first. */
export async function concludeRequest(ctx: Context, { invoice, request, made }: Concluded): Promise<void> {
  const { id, amount, actorId, reason } = request;
  const metadata = { invoiceId: invoice.stripeId, asked: String(amount ?? "all that is left"), refundId: made.refundId, amount: made.amount, currency: invoice.currency, reason };
  await inTransaction(ctx, async (ctx) => {
    if (!(await markDone(ctx, id, made.refundId))) return;
    await record(ctx, { action: "billing.invoice.refunded", category: "BUSINESS", description: "An administrator refunded an invoice.", actorId, subjectId: invoice.userId, metadata });
  });
}
