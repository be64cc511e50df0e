import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { attemptInvoice, finalizeAndCollect } from "../invoices/pay";
import { isOverdue, wasNotPaidInTime } from "../invoices/overdue";
import type { Due } from "./something-due";

/** Drafts to be made final, open ones to be charged again, and sent ones that nobody paid. */
export const invoicesDue = (books: Books): Due[] => books.shelf("invoice").all().flatMap((invoice) => dueOf(books, invoice));

function dueOf(books: Books, invoice: Stripe.Invoice): Due[] {
  const { id, status, automatically_finalizes_at: finalizesAt, next_payment_attempt: next, due_date: dueDate } = invoice;
  const customer = idOf(invoice.customer as string);
  if (status === "draft" && finalizesAt !== null) return [{ at: finalizesAt, customer, happen: () => void finalizeAndCollect(books, id) }];
  if (status !== "open") return [];
  if (next !== null) return [{ at: next, customer, happen: () => void attemptInvoice(books, id, { automatic: true }) }];
  if (dueDate !== null && !isOverdue(books, invoice)) return [{ at: dueDate, customer, happen: () => wasNotPaidInTime(books, id) }];
  return [];
}
