import { CannotRefund, PaymentsUnavailable } from "../../../gateways/payments/port";
import { after, minutes, seconds } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { badInput, notFound, Refusal } from "../../../platform/refusal";
import { countEntries, record } from "../../audit";
import { getInvoice, type InvoiceRow } from "../invoices/invoices.store";
import { requireReason } from "../require-reason";
import { syncCustomer } from "../sync/sync-customer";
import { noteFailedTry, refundKey, type Wish } from "./refund-key";
import { findRefundable } from "./refunds.store";

export interface RefundRequest {
  invoiceId: string;
  reason: string;
  /** In the currency's smallest unit; all that is left when there is none. */
  amount?: number | null;
}

const PATIENCE = seconds(5);
/** The same wish again so soon is a second click, or another administrator with the same letter before them. */
const ONE_CLICK = minutes(1);
const REFUNDED = "billing.invoice.refunded";
/** Always the same words: a key that comes again with others is an error at Stripe. The reason itself stays in our audit log. */
const TOLD_TO_STRIPE = "Refunded by an administrator of Etude.";

/**
 * Gives back what was paid for an invoice, or a part of it, and writes down what follows from that. The same again, at once or
 * within a minute, is the same refund. Refuses with CONFLICT what can't be given back, and says why. What it takes away,
 * premium, is decided by the sync.
 */
export async function refundInvoice(ctx: Context, request: RefundRequest): Promise<InvoiceRow> {
  const reason = requireReason(request.reason);
  const amount = requireAmount(request.amount);
  const invoice = await findRefundable(ctx, request.invoiceId);
  if (!invoice) throw notFound("invoice");
  const asked = { invoiceId: invoice.stripeId, asked: String(amount ?? "all that is left") };
  const payments = ctx.gateways.payments.within(PATIENCE);
  const isDone = (await countEntries(ctx, { action: REFUNDED, metadata: asked, since: after(ctx.clock.now(), -ONE_CLICK) })) > 0;
  if (!isDone) {
    const refund = await giveBack(ctx, { invoice, amount, payments });
    const metadata = { ...asked, refundId: refund.refundId, amount: refund.amount, currency: invoice.currency, reason };
    await record(ctx, { action: REFUNDED, category: "BUSINESS", description: "An administrator refunded an invoice.", subjectId: invoice.userId, metadata });
  }
  await syncCustomer(ctx, invoice.customerId, payments);
  return getInvoice(ctx, invoice.id);
}

function requireAmount(amount: number | null | undefined): number | null {
  if (amount == null) return null;
  if (!Number.isInteger(amount) || amount < 1) throw badInput("amount", "Please give a whole amount in the currency's smallest unit, or none for all that is left.");
  return amount;
}

async function giveBack(ctx: Context, wish: Wish): Promise<{ refundId: string; amount: number }> {
  const key = await refundKey(ctx, wish);
  try {
    return await wish.payments.refundInvoice({ invoiceId: wish.invoice.stripeId, amount: wish.amount, reason: TOLD_TO_STRIPE, key });
  } catch (error) {
    if (error instanceof CannotRefund) throw new Refusal("CONFLICT", WHY_NOT[error.reason]);
    if (error instanceof PaymentsUnavailable && error.answered) await noteFailedTry(ctx, wish);
    throw error;
  }
}

const WHY_NOT: Readonly<Record<CannotRefund["reason"], string>> = {
  "nothing-left": "All of this invoice has been refunded already.",
  "too-much": "That is more than what is left of this invoice.",
  disputed: "This payment is disputed: what becomes of it is the bank's decision now, and can't be refunded.",
  "not-paid": "This invoice was not paid, so there is nothing to refund.",
};
