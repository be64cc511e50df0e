import type Stripe from "stripe";

import type { Books } from "../../books";
import { invoiceFailed } from "../subscriptions/standing";

const told = ({ id }: Stripe.Invoice): string => `${id}:overdue-told`;

export const isOverdue = (books: Books, invoice: Stripe.Invoice): boolean => books.note(told(invoice)) !== undefined;

/** An invoice that was sent has passed its date: its subscription is past due. */
export function wasNotPaidInTime(books: Books, id: string): void {
  const invoice = books.shelf("invoice").get(id);
  books.setNote(told(invoice), true);
  books.emit("invoice.overdue", invoice);
  invoiceFailed(books, invoice);
}
