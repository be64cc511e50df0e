import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { invoicePaidBy } from "../invoices/invoice-payments";
import { settleInvoice } from "../invoices/settle";
import { settleDebit, type Debit } from "../payments/confirm";

/** A bank has answered to a debit: its invoice and the checkout that it came from hear of it. */
export function concludeDebit(books: Books, debit: Debit): void {
  const invoice = invoicePaidBy(books, debit.intent);
  const outcome = settleDebit(books, debit);
  if (invoice && ["open", "uncollectible"].includes(invoice.status ?? "")) settleInvoice(books, invoice.id, outcome, "counted");
  const session = sessionOf(books, debit.intent, invoice?.id);
  if (!session || books.note(answeredNote(session)) !== undefined) return;
  books.setNote(answeredNote(session), debit.ends);
  if (outcome.kind === "paid") books.change("checkout.session", session.id, { payment_status: "paid" }, "checkout.session.async_payment_succeeded");
  else books.emit("checkout.session.async_payment_failed", session);
}

/** A checkout hears of its own debit, not of later ones for the same invoice. */
const answeredNote = ({ id }: Stripe.Checkout.Session): string => `${id}:bank-answered`;

const sessionOf = (books: Books, intent: string, invoice: string | undefined): Stripe.Checkout.Session | undefined =>
  books.shelf("checkout.session").all().find((session) => session.status === "complete" && (idOf(session.payment_intent) === intent || (invoice !== undefined && idOf(session.invoice) === invoice)));
