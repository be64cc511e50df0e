import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { DAY } from "../calendar";
import { fileEntry, type Entry } from "./balance";

export interface NewDispute {
  /** The bank only asks; no money moves. */
  inquiry?: boolean;
  reason?: string;
  /** Part of the charge; all of it unless told. */
  amount?: number;
}

const DAYS_TO_ANSWER = 9;
/** What Stripe takes for a dispute, in the smallest unit. */
const FEE = 2000;

/** The customer's bank takes a payment back, or asks about it. */
export function openDispute(books: Books, chargeId: string, { inquiry = false, reason = "fraudulent", amount }: NewDispute): Stripe.Dispute {
  const charge = books.shelf("charge").get(chargeId, "charge");
  if (charge.status !== "succeeded" || charge.disputed) throw invalid(`Charge ${charge.id} can't be disputed.`);
  const dispute = books.create("dispute", compose(books, charge, { inquiry, reason, amount: amount ?? charge.amount - charge.amount_refunded }), "charge.dispute.created");
  books.change("charge", charge.id, { disputed: true }, "charge.updated");
  if (!inquiry) books.emit("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

function compose(books: Books, charge: Stripe.Charge, { inquiry, reason, amount }: Required<NewDispute>): Stripe.Dispute {
  const id = books.newId("du");
  const { currency, payment_intent } = charge;
  const created = books.now(idOf(charge.customer));
  const withdrawal: Entry = { amount: -amount, currency, fee: FEE, source: id, type: "adjustment", category: "dispute", description: `Chargeback withdrawal for ${charge.id}` };
  return {
    id,
    object: "dispute",
    amount,
    balance_transactions: inquiry ? [] : [fileEntry(books, withdrawal)],
    charge: charge.id,
    created,
    currency,
    enhanced_eligibility_types: [],
    evidence: EMPTY,
    evidence_details: { due_by: created + DAYS_TO_ANSWER * DAY, enhanced_eligibility: {}, has_evidence: false, past_due: false, submission_count: 0, submission_method: "not_submitted" },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    network_reason_code: REASON_CODE,
    payment_intent,
    payment_method_details: { type: "card", card: cardOf(charge, inquiry) },
    reason,
    status: inquiry ? "warning_needs_response" : "needs_response",
  };
}

const REASON_CODE = "10.4";

function cardOf({ payment_method_details: details }: Stripe.Charge, inquiry: boolean): Stripe.Dispute.PaymentMethodDetails.Card {
  const { brand, network } = details?.card ?? {};
  return { brand: brand ?? "visa", case_type: inquiry ? "inquiry" : "chargeback", network: network ?? "visa", network_reason_code: REASON_CODE };
}

const OPEN = ["warning_needs_response", "warning_under_review", "needs_response", "under_review"];

export const isOpen = ({ status }: Stripe.Dispute): boolean => OPEN.includes(status);

/** The bank has decided; what it had taken comes back when the dispute is won. An inquiry just closes. */
export function closeDispute(books: Books, disputeId: string, ends: "won" | "lost"): Stripe.Dispute {
  const dispute = books.shelf("dispute").get(disputeId);
  if (!isOpen(dispute)) throw invalid("This dispute is already closed", { code: "dispute_closed" });
  if (dispute.status.startsWith("warning")) return books.change("dispute", dispute.id, { status: "warning_closed" }, "charge.dispute.closed");
  if (ends === "lost") return books.change("dispute", dispute.id, { status: "lost" }, "charge.dispute.closed");
  const { id, amount, currency, balance_transactions } = dispute;
  const back = fileEntry(books, { amount, currency, fee: -FEE, source: id, type: "adjustment", category: "dispute_reversal", description: `Chargeback reversal for ${String(idOf(dispute.charge))}` });
  const won = books.change("dispute", id, { status: "won", balance_transactions: [...balance_transactions, back] }, "charge.dispute.closed");
  books.emit("charge.dispute.funds_reinstated", won);
  return won;
}

/** Evidence that Stripe's tests know by these words decides at once. */
const DECISIVE: Readonly<Record<string, "won" | "lost">> = { winning_evidence: "won", losing_evidence: "lost" };

/** Keeps what speaks against the dispute; submitted, it is under review, and decided at once where the words say so. */
export function answerDispute(books: Books, disputeId: string, changes: { evidence?: Partial<Stripe.Dispute.Evidence>; submit: boolean; metadata?: Stripe.Metadata }): Stripe.Dispute {
  const dispute = books.shelf("dispute").get(disputeId);
  const { evidence, submit, metadata = dispute.metadata } = changes;
  if (!evidence) return books.change("dispute", dispute.id, { metadata }, "charge.dispute.updated");
  if (!dispute.status.endsWith("needs_response")) throw invalid("This dispute can no longer be answered.");
  const answered = { metadata, evidence: { ...dispute.evidence, ...evidence }, evidence_details: { ...dispute.evidence_details, has_evidence: true } };
  const updated = books.change("dispute", dispute.id, { ...answered, ...(submit && handedIn(dispute)) }, "charge.dispute.updated");
  const ends = submit ? DECISIVE[updated.evidence.uncategorized_text ?? ""] : undefined;
  return ends ? closeDispute(books, dispute.id, ends) : updated;
}

const handedIn = ({ status, evidence_details: details }: Stripe.Dispute): Partial<Stripe.Dispute> => ({
  evidence_details: { ...details, has_evidence: true, submission_count: details.submission_count + 1, submission_method: "manual" },
  status: status.startsWith("warning") ? "warning_under_review" : "under_review",
});

const EMPTY: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
