import { CannotRefund } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";

/**
 * Gives back all that is left of an invoice that nobody meant to pay. True when nothing is left then; false when it can't be given back:
 * that is for people to look at. Done again it finds its work done.
 */
export async function giveBack(ctx: Context, invoiceId: string): Promise<boolean> {
  try {
    // A key of its own each time: Stripe repeats its answer to a key for a day, an error too. All that is left can be given back once only.
    await ctx.gateways.payments.refundInvoice({ invoiceId, amount: null, reason: "Nobody meant to pay it.", key: `give-back:${ctx.random.uuid()}` });
    return true;
  } catch (error) {
    if (!(error instanceof CannotRefund)) throw error;
    ctx.log.warn({ invoiceId, reason: error.reason }, "what was paid by mistake could not be given back");
    return error.reason === "nothing-left";
  }
}
