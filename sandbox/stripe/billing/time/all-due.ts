import type { Books } from "../../books";
import { idOf } from "../../books";
import { concludeDebit } from "../checkout/money-arrives";
import { expireCheckout } from "../checkout/expire";
import { debitsUnderWay } from "../payments/confirm";
import { closeDispute } from "../payments/dispute";
import { concludeRefund, refundsUnderWay } from "../payments/refund";
import { invoicesDue } from "./invoices-due";
import type { Due } from "./something-due";
import { subscriptionsDue } from "./subscriptions-due";

/** All that will come to pass by itself as things stand. At one instant, the first in this order goes first. */
export function allDue(books: Books): Due[] {
  const isThere = ({ customer }: Due) => customer === null || books.shelf("customer").find(customer) !== undefined;
  return [...subscriptionsDue(books), ...invoicesDue(books), ...debitsDue(books), ...refundsDue(books), ...disputesDue(books), ...checkoutsDue(books)].filter(isThere);
}

const debitsDue = (books: Books): Due[] =>
  debitsUnderWay(books).map((debit) => ({ at: debit.at, customer: idOf(books.shelf("payment_intent").get(debit.intent).customer), happen: () => concludeDebit(books, debit) }));

const refundsDue = (books: Books): Due[] =>
  refundsUnderWay(books).map((one) => ({ at: one.at, customer: idOf(books.shelf("refund").get(one.refund).customer), happen: () => concludeRefund(books, one) }));

/** Who doesn't answer in time has lost; of an inquiry nothing more comes. */
const disputesDue = (books: Books): Due[] =>
  books.shelf("dispute").all().flatMap(({ id, status, charge, evidence_details: { due_by } }) => {
    if (!status.endsWith("needs_response") || due_by === null) return [];
    return [{ at: due_by, customer: idOf(books.shelf("charge").find(idOf(charge) ?? "")?.customer), happen: () => void closeDispute(books, id, "lost") }];
  });

const checkoutsDue = (books: Books): Due[] =>
  books.shelf("checkout.session").all().flatMap(({ id, status, expires_at, customer }) => (status === "open" ? [{ at: expires_at, customer: idOf(customer), happen: () => void expireCheckout(books, id) }] : []));
