import type { Context } from "../../../platform/context";
import { record, type AuditNote } from "../../audit";
import type { Known } from "../standing/known";
import type { Movement } from "../standing/money.rules";
import type { Standing } from "../standing/standing.rules";

/** A refund that failed is noted whether or not it had moved anything (refunds/note-failed-refunds.ts). */
const MOVED = {
  PAYMENT: { action: "billing.payment.received", description: "A payment was received." },
  REFUND: { action: "billing.payment.refunded", description: "A payment was given back." },
  DISPUTE: { severity: "WARNING", action: "billing.payment.disputed", description: "A bank took a payment back." },
  DISPUTE_REVERSAL: { action: "billing.dispute.won", description: "A disputed payment came back." },
} as const;

interface Changes {
  userId: string | null;
  known: Known;
  standing: Standing;
  movements: readonly Movement[];
}

/** Remembers what this writing changed: each change of a subscription's state, and each movement of money. */
export async function noteChanges(ctx: Context, changes: Changes): Promise<void> {
  for (const note of [...notesOnSubscriptions(changes), ...notesOnMoney(changes)]) await record(ctx, { ...note, category: "BUSINESS", actorId: null, subjectId: changes.userId });
}

const notesOnSubscriptions = ({ known, standing }: Changes): AuditNote[] =>
  standing.subscriptions.flatMap(({ subscriptionId, status, revokedAt, revokeReason }) => {
    const before = known.subscriptions.get(subscriptionId);
    const changed: AuditNote = { action: "billing.subscription.changed", description: "A subscription changed its state.", metadata: { subscriptionId, from: before?.status ?? null, to: status } };
    const revoked: AuditNote = { severity: "WARNING", action: "billing.premium.revoked", description: "The money for a subscription went back, and premium with it.", metadata: { subscriptionId, reason: revokeReason } };
    return [...(before?.status === status ? [] : [changed]), ...(revokedAt && !before?.revokedAt ? [revoked] : [])];
  });

const notesOnMoney = ({ known, movements }: Changes): AuditNote[] =>
  movements
    .filter(({ key }) => !known.movements.has(key))
    .flatMap(({ key, kind, invoiceId, amount, currency }) => (kind === "REFUND_REVERSAL" ? [] : [{ ...MOVED[kind], metadata: { movement: key, invoiceId, amount, currency } }]));
