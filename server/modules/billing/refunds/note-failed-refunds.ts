import type { CustomerTruth, RefundTruth } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { record } from "../../audit";
import { moneyInWords } from "../../messaging";
import { noteIncident } from "../incidents/incidents.store";
import { hasFailed, isUnderWay } from "../standing/money.rules";
import { statusesOf } from "./refunds.store";

/**
 * Notes each refund that did not go through after it had counted: the person was told, or is waiting, and the money is ours again. To be
 * called before the truth is written, since it is what our rows said before that tells.
 */
export async function noteFailedRefunds(ctx: Context, { customerId, refunds }: CustomerTruth, userId: string | null): Promise<void> {
  const failed = refunds.filter(hasFailed);
  if (failed.length === 0) return;
  const before = await statusesOf(ctx, failed.map(({ refundId }) => refundId));
  for (const refund of failed.filter((one) => hadCounted(one, before.get(one.refundId)))) await noteFailed(ctx, refund, { customerId, userId });
}

/** One that an administrator of ours made was answered as done, also where it failed before it was ever written down. */
const hadCounted = ({ requestId }: RefundTruth, before: string | undefined): boolean => (before === undefined ? Boolean(requestId) : isUnderWay({ status: before }));

async function noteFailed(ctx: Context, { refundId, invoiceId, amount, currency, status }: RefundTruth, whose: { customerId: string; userId: string | null }): Promise<void> {
  const detail = `A refund of ${moneyInWords({ amount, currency })} did not go through (${status}): the money is ours again, and has to go back another way.`;
  if (!(await noteIncident(ctx, { key: `refund-failed:${refundId}`, kind: "refund-failed", ...whose, detail }))) return;
  await record(ctx, {
    action: "billing.refund.failed",
    category: "BUSINESS",
    severity: "WARNING",
    description: "A refund did not go through.",
    actorId: null,
    subjectId: whose.userId,
    metadata: { refundId, invoiceId, amount, currency, status },
  });
}
