import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { cardNamed, noteOf } from "../../cards";
import { HOUR } from "../calendar";
import { inWords } from "../money";
import { fileEntry } from "./balance";

export interface NewRefund {
  charge?: string;
  payment_intent?: string;
  /** In the smallest unit; all that is left unless told. */
  amount?: number;
  reason?: Stripe.Refund["reason"];
  metadata?: Stripe.Metadata;
}

/** Gives a payment back, in part or in whole. Refuses what was given back or taken back already, and more than there is. */
export function createRefund(books: Books, { charge: chargeId, payment_intent, amount, reason, metadata }: NewRefund): Stripe.Refund {
  const charge = chargeToRefund(books, chargeId, payment_intent);
  const left = charge.amount_captured - charge.amount_refunded;
  refuseWrongRefund(charge, left, amount);
  const refunded = amount ?? left;
  const way = wayOf(books, charge);
  const id = books.newId("re");
  const entry = fileEntry(books, { amount: -refunded, currency: charge.currency, source: id, type: "refund", category: "refund" });
  const refund = books.create(
    "refund",
    {
      id,
      object: "refund",
      amount: refunded,
      balance_transaction: entry.id,
      charge: charge.id,
      created: books.now(idOf(charge.customer)),
      currency: charge.currency,
      customer: idOf(charge.customer),
      customer_account: null,
      destination_details: { type: charge.payment_method_details?.type ?? "card", card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" } },
      metadata: metadata ?? {},
      payment_intent: charge.payment_intent,
      payment_method: charge.payment_method,
      reason: reason ?? null,
      receipt_number: null,
      source_transfer_reversal: null,
      status: way.begins,
      transfer_reversal: null,
    },
    "refund.created",
  );
  const total = charge.amount_refunded + refunded;
  books.change("charge", charge.id, { amount_refunded: total, refunded: total === charge.amount, refunds: listWith(books, charge.id) }, "charge.refunded");
  if (way.ends) books.setNote(UNDER_WAY, [...refundsUnderWay(books), { refund: refund.id, ends: way.ends, at: refund.created + HOUR }]);
  return refund;
}

function chargeToRefund(books: Books, charge: string | undefined, intent: string | undefined): Stripe.Charge {
  if (charge) return books.shelf("charge").get(charge, "charge");
  if (!intent) throw invalid("One of the following params should be provided for this request: payment_intent or charge.");
  const { id, latest_charge: latest, status } = books.shelf("payment_intent").get(intent, "payment_intent");
  const found = books.shelf("charge").find(idOf(latest) ?? "");
  if (!found || status !== "succeeded") throw invalid(`This PaymentIntent (${id}) does not have a successful charge to refund.`, { param: "payment_intent" });
  return found;
}

function refuseWrongRefund(charge: Stripe.Charge, left: number, amount: number | undefined): void {
  const { id, currency } = charge;
  if (charge.status !== "succeeded") throw invalid(`Charge ${id} has not been paid.`);
  if (left === 0) throw invalid(`Charge ${id} has already been refunded.`, { code: "charge_already_refunded" });
  if (charge.disputed) throw invalid(`Charge ${id} has been charged back; cannot issue a refund.`, { code: "charge_disputed" });
  if (amount === undefined) return;
  if (amount <= 0) throw invalid("This value must be greater than or equal to 1.", { param: "amount", code: "parameter_invalid_integer" });
  if (amount > left) throw invalid(`Refund amount (${inWords(amount, currency)}) is greater than unrefunded amount on charge (${inWords(left, currency)})`, { param: "amount" });
}

/** A list within an object shows so many; the rest is asked for by itself. */
const SHOWN = 10;

/** Whatever became of them: one that failed or was called back is in it still. */
function listWith(books: Books, charge: string): Stripe.ApiList<Stripe.Refund> {
  const all = books.shelf("refund").all().filter((refund) => idOf(refund.charge) === charge);
  return { object: "list", data: all.slice(0, SHOWN), has_more: all.length > SHOWN, url: `/v1/charges/${charge}/refunds` };
}

/** Changes a refund, in its charge's own list too. */
export function changeRefund(books: Books, id: string, changes: Partial<Stripe.Refund>): Stripe.Refund {
  const changed = books.change("refund", id, changes, "refund.updated");
  const charge = idOf(changed.charge) ?? "";
  books.change("charge", charge, { refunds: listWith(books, charge) });
  return changed;
}

/** A refund of which its bank will be heard. */
export interface RefundUnderWay {
  refund: string;
  ends: "succeeded" | "failed";
  at: number;
}

const UNDER_WAY = "refunds:under-way";

export const refundsUnderWay = (books: Books): readonly RefundUnderWay[] => books.note<RefundUnderWay[]>(UNDER_WAY) ?? [];

/** To cards money goes back at once; to bank accounts, and to the cards that stand for it, in a while. */
function wayOf(books: Books, { payment_method: method }: Stripe.Charge): { begins: "succeeded" | "pending"; ends?: RefundUnderWay["ends"] } {
  const { behaviour, debit } = noteOf(books, method ?? "");
  const aftermath = behaviour && cardNamed(behaviour).aftermath;
  if (aftermath === "refundFails") return { begins: "succeeded", ends: "failed" };
  return debit || aftermath === "refundPends" ? { begins: "pending", ends: "succeeded" } : { begins: "succeeded" };
}

/** The bank has answered. */
export function concludeRefund(books: Books, { refund, ends }: RefundUnderWay): void {
  if (ends === "failed") return void failRefund(books, refund);
  forget(books, refund);
  changeRefund(books, refund, { status: "succeeded" });
}

const forget = (books: Books, id: string): void => books.setNote(UNDER_WAY, refundsUnderWay(books).filter(({ refund }) => refund !== id));

/** The bank could not take it: the money is the account's again. */
export function failRefund(books: Books, refundId: string, ends: "failed" | "canceled" = "failed"): Stripe.Refund {
  forget(books, refundId);
  const refund = books.shelf("refund").get(refundId);
  const { amount, currency } = refund;
  const back = fileEntry(books, { amount, currency, source: refundId, type: "refund_failure", category: "refund_failure" });
  const failed = books.change("refund", refundId, { status: ends, failure_balance_transaction: back.id, ...(ends === "failed" && { failure_reason: "unknown" }) }, "refund.updated");
  if (ends === "failed") books.emit("refund.failed", failed);
  const charge = books.shelf("charge").get(idOf(refund.charge) ?? "");
  books.change("charge", charge.id, { amount_refunded: charge.amount_refunded - amount, refunded: false, refunds: listWith(books, charge.id) }, "charge.updated");
  return failed;
}
