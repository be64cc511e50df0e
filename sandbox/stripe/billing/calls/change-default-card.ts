import { idOf, type Books } from "../../books";
import { DECLINES, fileCard, type KeptCard } from "../../cards";
import { attemptSetup, fileSetupIntent } from "../payments/setup-intent";
import { changeSubscription, isOver } from "../subscriptions/change";

export type CardChange = { outcome: "changed" } | { outcome: "declined"; message: string } | { outcome: "authenticate" };

/** Puts another card in the place of the one that pays: for the customer, and for each subscription that has one of its own. */
export function changeDefaultCard(books: Books, customer: string, { card }: { card: KeptCard }, { authenticated }: { authenticated?: boolean } = {}): CardChange {
  const intent = fileSetupIntent(books, { customer });
  const method = fileCard(books, card);
  const outcome = attemptSetup(books, intent.id, method, authenticated);
  if (outcome.kind === "declined") return { outcome: "declined", message: DECLINES[outcome.why].message };
  if (outcome.kind === "authenticate") return { outcome: "authenticate" };
  const { invoice_settings } = books.shelf("customer").get(customer);
  books.change("customer", customer, { invoice_settings: { ...invoice_settings, default_payment_method: method.id } }, "customer.updated");
  for (const subscription of books.shelf("subscription").all()) {
    const isTheirs = idOf(subscription.customer) === customer && !isOver(subscription);
    if (isTheirs && subscription.default_payment_method !== null) changeSubscription(books, subscription.id, { default_payment_method: method.id });
  }
  return { outcome: "changed" };
}
