import { CannotRefund, PaymentsUnavailable, type MadeRefund } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { badInput, notFound, Refusal } from "../../../platform/refusal";
import { getInvoice, type InvoiceRow } from "../invoices/invoices.store";
import { paymentsInTime } from "../payments-in-time";
import { requireReason } from "../require-reason";
import { syncForPerson } from "../customers/unknown-customer";
import { concludeRequest } from "./conclude-request";
import { openRequest, type Wish } from "./open-request";
import { findRefundable } from "./refunds.store";
import { markFailed, type RequestRow } from "./requests.store";

export interface RefundRequest {
  invoiceId: string;
  reason: string;
  /** In the currency's smallest unit; all that is left when there is none. */
  amount?: number | null;
}

/** Always the same words: a key that comes again with others is an error at Stripe. The reason itself stays in our audit log. */
const TOLD_TO_STRIPE = "Refunded by an administrator of Etude.";

/**
 * Gives back what was paid for an invoice, or a part of it, and writes down what follows from that. The same again, at once, within a
 * minute, or for a day while its end isn't known, is the same refund. Refuses with CONFLICT what can't be given back, and says why.
 * What it takes away, premium, is decided by the sync.
 */
export async function refundInvoice(ctx: Context, { invoiceId, ...asked }: RefundRequest): Promise<InvoiceRow> {
  const reason = requireReason(asked.reason);
  const amount = requireAmount(asked.amount);
  const invoice = await findRefundable(ctx, invoiceId);
  if (!invoice) throw notFound("invoice");
  const wish: Wish = { invoice, amount, reason, payments: paymentsInTime(ctx) };
  const request = await openRequest(ctx, wish);
  if (request) await concludeRequest(ctx, { invoice, request, made: await giveBack(ctx, wish, request) });
  await syncForPerson(ctx, invoice.customerId, wish.payments);
  return getInvoice(ctx, invoice.id);
}

function requireAmount(amount: number | null | undefined): number | null {
  if (amount == null) return null;
  if (!Number.isInteger(amount) || amount < 1) throw badInput("amount", "Please give a whole amount in the currency's smallest unit, or none for all that is left.");
  return amount;
}

/** What is only not known stays as it is, to be asked for again under the same key; what Stripe has said no to it would say no to again. */
async function giveBack(ctx: Context, { invoice, amount, payments }: Wish, { id: requestId }: RequestRow): Promise<MadeRefund> {
  try {
    return await payments.refundInvoice({ invoiceId: invoice.stripeId, amount, reason: TOLD_TO_STRIPE, key: `refund:${requestId}`, requestId });
  } catch (error) {
    if (error instanceof CannotRefund || (error instanceof PaymentsUnavailable && error.answered)) await markFailed(ctx, requestId);
    if (!(error instanceof CannotRefund)) throw error;
    ctx.log.warn({ invoiceId: invoice.stripeId, reason: error.reason, err: error.cause }, "an invoice could not be refunded");
    throw new Refusal("CONFLICT", WHY_NOT[error.reason]);
  }
}

const WHY_NOT: Readonly<Record<CannotRefund["reason"], string>> = {
  "nothing-left": "All of this invoice has been refunded already.",
  "too-much": "That is more than what is left of this invoice.",
  disputed: "This payment is disputed: what becomes of it is the bank's decision now, and can't be refunded.",
  "not-paid": "This invoice was not paid, so there is nothing to refund.",
  "several-payments": "This invoice was paid in several parts: give back all of it here, or a part of one of its payments at Stripe.",
  refused: "Stripe refuses to refund this payment. Please look at it there.",
};
