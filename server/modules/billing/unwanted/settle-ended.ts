import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import { openIncident } from "../incidents/incidents.store";
import { isOver } from "../standing/access.rules";
import { isPaid } from "../standing/money.rules";
import type { Standing, StandingInvoice } from "../standing/standing.rules";

export const VOID_INVOICE = "billing.void-invoice";
export const GIVE_BACK = "billing.give-back";

export interface OfEnded {
  customerId: string;
  invoiceId: string;
}

/**
 * What an ended subscription leaves behind: an invoice that is still open is made void, so that nobody pays for nothing by a link in an
 * old mail; and what was paid after the end all the same is given back. By jobs, in the transaction of `ctx`.
 */
export async function settleEnded(ctx: Context, userId: string | null, { subscriptions, invoices }: Standing): Promise<void> {
  const ended = new Map(subscriptions.filter(({ status, endedAt }) => isOver(status) && endedAt !== null).map(({ subscriptionId, endedAt }) => [subscriptionId, endedAt as Date]));
  for (const invoice of invoices) {
    const endedAt = ended.get(invoice.subscriptionId ?? "");
    if (!endedAt) continue;
    const { customerId, invoiceId } = invoice;
    if (invoice.status === "open") await enqueue(ctx, { name: VOID_INVOICE, payload: { customerId, invoiceId }, key: `void:${invoiceId}`, unlessRunning: true });
    if (isPaidForNothing(invoice, endedAt)) {
      await openIncident(ctx, { key: `paid-after-end:${invoiceId}`, kind: "paid-after-end", customerId, userId, detail: "An invoice was paid after its subscription had ended: it is given back." });
      await enqueue(ctx, { name: GIVE_BACK, payload: { customerId, invoiceId }, key: `give-back:${invoiceId}`, unlessRunning: true });
    }
  }
}

/** A payment that was under way when the subscription ended may be told some seconds later. */
const UNDER_WAY = 60_000;

const isPaidForNothing = (invoice: StandingInvoice, endedAt: Date): boolean =>
  isPaid(invoice) && invoice.paidAt !== null && invoice.paidAt.getTime() > endedAt.getTime() + UNDER_WAY && invoice.amountRefunded < invoice.amountPaid && !invoice.disputed;
