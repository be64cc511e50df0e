import type { DisputeTruth, InvoiceTruth, RefundTruth } from "../../../gateways/payments/port";

/** What of an invoice decides how much money came, and how much went back. */
type Paid = Pick<InvoiceTruth, "invoiceId" | "status" | "amountPaid" | "paidAt">;

export interface MoneyBack {
  refunds: readonly RefundTruth[];
  disputes: readonly DisputeTruth[];
}

/** A refund that is on its way counts: it fails rarely, and then says so. */
export const isUnderWay = ({ status }: Pick<RefundTruth, "status">): boolean => status === "succeeded" || status === "pending";

/** Whether the money is ours again: the bank could not take it, or it was called back. */
export const hasFailed = ({ status }: Pick<RefundTruth, "status">): boolean => status === "failed" || status === "canceled";

/** `warning_*` are inquiries and `prevented` was settled before: no money moved. Any other word, also one we don't know, has taken it. */
const movedMoney = ({ status }: Pick<DisputeTruth, "status">): boolean => !status.startsWith("warning_") && status !== "prevented";

/** Whether a dispute holds money of ours now: one that we won gave it back. */
export const holdsMoney = (dispute: Pick<DisputeTruth, "status">): boolean => movedMoney(dispute) && dispute.status !== "won";

export const isPaid = ({ status, amountPaid }: Paid): boolean => status === "paid" && amountPaid > 0;

export const amountRefunded = ({ invoiceId }: Paid, { refunds }: MoneyBack): number =>
  refunds.filter((refund) => refund.invoiceId === invoiceId && isUnderWay(refund)).reduce((sum, { amount }) => sum + amount, 0);

export const isDisputed = ({ invoiceId }: Paid, { disputes }: MoneyBack): boolean => disputes.some((dispute) => dispute.invoiceId === invoiceId && holdsMoney(dispute));

const isFullyRefunded = (invoice: Paid, back: MoneyBack): boolean => isPaid(invoice) && amountRefunded(invoice, back) >= invoice.amountPaid;

export type RevokeReason = "REFUNDED" | "DISPUTED";

/**
 * Whether the money for a subscription went back, and when: all of what was paid last was refunded, or a payment is disputed
 * for real. A part that was given back takes nothing away.
 */
export function revocationOf(invoices: readonly Paid[], back: MoneyBack): { revokedAt: Date; revokeReason: RevokeReason } | null {
  const ids = new Set(invoices.map(({ invoiceId }) => invoiceId));
  const disputes = back.disputes.filter((dispute) => ids.has(dispute.invoiceId ?? "") && holdsMoney(dispute));
  if (disputes.length > 0) return { revokedAt: earliest(disputes), revokeReason: "DISPUTED" };
  const last = invoices.filter(isPaid).sort((one, other) => (one.paidAt?.getTime() ?? 0) - (other.paidAt?.getTime() ?? 0)).at(-1);
  if (!last || !isFullyRefunded(last, back)) return null;
  return { revokedAt: latest(back.refunds.filter((refund) => refund.invoiceId === last.invoiceId && isUnderWay(refund))), revokeReason: "REFUNDED" };
}

const times = (moments: readonly { createdAt: Date }[]) => moments.map(({ createdAt }) => createdAt.getTime());
const earliest = (moments: readonly { createdAt: Date }[]) => new Date(Math.min(...times(moments)));
const latest = (moments: readonly { createdAt: Date }[]) => new Date(Math.max(...times(moments)));

export interface Movement {
  /** Names the movement for good: written once, never changed. */
  key: string;
  kind: "PAYMENT" | "REFUND" | "REFUND_REVERSAL" | "DISPUTE" | "DISPUTE_REVERSAL";
  invoiceId: string | null;
  /** Signed: what came in is positive. In the currency's smallest unit. */
  amount: number;
  currency: string;
  at: Date;
}

/**
 * Every movement of money, as far as is known at `now`. What is in it once stays; a refund that failed after it had gone through is
 * a movement of its own. `written` are the keys that are in the ledger.
 */
export function movementsOf(invoices: readonly InvoiceTruth[], { refunds, disputes }: MoneyBack, { now, written }: { now: Date; written: ReadonlySet<string> }): Movement[] {
  return [
    ...invoices.filter(isPaid).map(({ invoiceId, amountPaid: amount, currency, paidAt }): Movement => ({ key: `paid:${invoiceId}`, kind: "PAYMENT", invoiceId, amount, currency, at: paidAt ?? now })),
    ...refunds.flatMap((refund) => movementsOfRefund(refund, { now, written })),
    ...disputes.flatMap((dispute) => movementsOfDispute(dispute, now)),
  ];
}

function movementsOfRefund(refund: RefundTruth, { now, written }: { now: Date; written: ReadonlySet<string> }): Movement[] {
  const { refundId, invoiceId, amount, currency, status, createdAt } = refund;
  const key = `refunded:${refundId}`;
  if (status === "succeeded") return [{ key, kind: "REFUND", invoiceId, amount: -amount, currency, at: createdAt }];
  return hasFailed(refund) && written.has(key) ? [{ key: `refund-failed:${refundId}`, kind: "REFUND_REVERSAL", invoiceId, amount, currency, at: now }] : [];
}

function movementsOfDispute(dispute: DisputeTruth, now: Date): Movement[] {
  const { disputeId, invoiceId, amount, currency, createdAt } = dispute;
  if (!movedMoney(dispute)) return [];
  const taken: Movement = { key: `disputed:${disputeId}`, kind: "DISPUTE", invoiceId, amount: -amount, currency, at: createdAt };
  const restored: Movement = { key: `restored:${disputeId}`, kind: "DISPUTE_REVERSAL", invoiceId, amount, currency, at: now };
  return dispute.status === "won" ? [taken, restored] : [taken];
}
