import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { HOUR } from "../calendar";
import { changeSubscription } from "./change";

/** A change that waits until its invoice is paid. */
interface Waiting {
  invoice: string;
  changes: Partial<Stripe.Subscription>;
}

const HOURS_TO_PAY = 23;
const noteFor = (id: string) => `${id}:pending-update`;

/** Keeps the changes back until the invoice is paid (`pending_if_incomplete`). */
export function keepBack(books: Books, id: string, waiting: Waiting): Stripe.Subscription {
  books.setNote(noteFor(id), waiting);
  const now = books.now(idOf(books.shelf("subscription").get(id).customer));
  const { changes } = waiting;
  return changeSubscription(books, id, {
    pending_update: {
      billing_cycle_anchor: changes.billing_cycle_anchor ?? null,
      cancel_at_period_end: null,
      discount: null,
      discounts: null,
      expires_at: now + HOURS_TO_PAY * HOUR,
      metadata: null,
      subscription_items: changes.items?.data.map((item) => ({ ...item })) ?? null,
      trial_end: changes.trial_end ?? null,
      trial_from_plan: null,
    },
  });
}

/** Carries out what waited for this invoice. Returns whether anything did. */
export function applyPendingUpdate(books: Books, id: string, invoice: string): boolean {
  const waiting = books.note<Waiting>(noteFor(id));
  if (waiting?.invoice !== invoice) return false;
  books.setNote(noteFor(id), undefined);
  const applied = changeSubscription(books, id, { ...waiting.changes, pending_update: null });
  books.emit("customer.subscription.pending_update_applied", applied);
  return true;
}

/** Nobody paid in time: the change is off. Returns the invoice that nobody paid. */
export function dropPendingUpdate(books: Books, id: string): string | undefined {
  const waiting = books.note<Waiting>(noteFor(id));
  books.setNote(noteFor(id), undefined);
  const expired = changeSubscription(books, id, { pending_update: null });
  books.emit("customer.subscription.pending_update_expired", expired);
  return waiting?.invoice;
}
