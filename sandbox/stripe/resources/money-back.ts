import type Stripe from "stripe";

import { answerDispute, changeRefund, closeDispute, createRefund, failRefund, mergedMetadata, newMetadata } from "../billing";
import { invalid, type Books, type Call, type Routes } from "../books";
import { isAsked, listing, named, retrieve } from "./reading";

const refund = (books: Books, { params }: Call<Stripe.RefundCreateParams>) => {
  const { charge, payment_intent, amount, reason, metadata } = params;
  return createRefund(books, { charge, payment_intent, amount, reason, metadata: newMetadata(metadata) });
};

const updateRefund = (books: Books, call: Call<Stripe.RefundUpdateParams>) => {
  const { id, metadata } = named(books, "refund", call, "refund");
  const updated = changeRefund(books, id, { metadata: mergedMetadata(metadata, call.params.metadata) });
  books.emit("charge.refund.updated", updated); // Its name from before; Stripe still tells both.
  return updated;
};

/** Only what is still under way can be called back, and card refunds are through at once. */
const cancelRefund = (books: Books, call: Call) => {
  const { id, status } = named(books, "refund", call, "refund");
  if (status !== "pending" && status !== "requires_action") throw invalid(`You cannot cancel a refund with a status of ${String(status)}.`);
  return failRefund(books, id, "canceled");
};

const ofPayment = (one: Stripe.Refund | Stripe.Dispute, params: { charge?: string; payment_intent?: string }) => isAsked(params.charge, one.charge) && isAsked(params.payment_intent, one.payment_intent);

/** Evidence is handed in unless the call says that it is only kept. */
const answer = (books: Books, call: Call<Stripe.DisputeUpdateParams>) => {
  const { id, metadata: before } = named(books, "dispute", call, "dispute");
  const { evidence, metadata, submit = true } = call.params;
  return answerDispute(books, id, { ...(evidence && { evidence: asKept(evidence) }), submit, ...(metadata !== undefined && { metadata: mergedMetadata(before, metadata) }) });
};

/** Texts as they stand on the dispute; an empty one clears. What the networks' own programs want is not looked at. */
const asKept = ({ enhanced_evidence: _, ...texts }: Stripe.DisputeUpdateParams.Evidence): Partial<Stripe.Dispute.Evidence> => Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text || null]));

/** To close a dispute by a call is to accept it as lost. */
const accept = (books: Books, call: Call) => closeDispute(books, named(books, "dispute", call, "dispute").id, "lost");

export const moneyBackRoutes: Routes = {
  "POST /v1/refunds": refund,
  "GET /v1/refunds": listing("refund", "/v1/refunds", ofPayment),
  "GET /v1/refunds/:refund": retrieve("refund", "refund"),
  "POST /v1/refunds/:refund": updateRefund,
  "POST /v1/refunds/:refund/cancel": cancelRefund,
  "GET /v1/disputes": listing("dispute", "/v1/disputes", ofPayment),
  "GET /v1/disputes/:dispute": retrieve("dispute", "dispute"),
  "POST /v1/disputes/:dispute": answer,
  "POST /v1/disputes/:dispute/close": accept,
};
