import type Stripe from "stripe";

import { idOf, type Books } from "../../books";

const unborn = (id: string) => `${id}:unborn`;

/** While a call makes it, nothing is told of a subscription; then it is told of once, as it has become. */
export function whileMaking<T>(books: Books, id: string, work: () => T): T {
  books.setNote(unborn(id), true);
  const result = work();
  books.setNote(unborn(id), undefined);
  books.emit("customer.subscription.created", books.shelf("subscription").get(id));
  return result;
}

/** Changes a subscription, and tells of it. */
export function changeSubscription(books: Books, id: string, changes: Partial<Stripe.Subscription>): Stripe.Subscription {
  return books.change("subscription", id, changes, books.note(unborn(id)) ? undefined : "customer.subscription.updated");
}

export const customerOf = (books: Books, { customer }: { customer: string | { id: string } | null }): Stripe.Customer => books.shelf("customer").get(idOf(customer) ?? "", "customer");

const ENDED = ["canceled", "incomplete_expired"];

export const isOver = ({ status }: Stripe.Subscription): boolean => ENDED.includes(status);

/** When what is paid for ends. */
export const periodEnd = ({ items }: Stripe.Subscription): number => Math.max(...items.data.map(({ current_period_end }) => current_period_end));

/** What pays for it by itself: its own method, or its customer's. */
export function methodFor(books: Books, subscription: Stripe.Subscription | undefined, customer: Stripe.Customer): Stripe.PaymentMethod | undefined {
  const id = idOf(subscription?.default_payment_method) ?? idOf(customer.invoice_settings.default_payment_method);
  return id === null ? undefined : books.shelf("payment_method").find(id);
}
