import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../books";
import { newMetadata } from "./metadata";

export interface BalanceMove {
  /** Below zero it is the customer's gain. */
  amount: number;
  currency: string;
  type: "adjustment" | "applied_to_invoice" | "invoice_too_small";
  invoice?: string;
  description?: string | null;
  metadata?: Stripe.Metadata;
}

/** Moves what a customer has in credit or owes, and files why. */
export function moveBalance(books: Books, customerId: string, { amount, currency, type, invoice, description, metadata }: BalanceMove): Stripe.CustomerBalanceTransaction {
  const customer = books.shelf("customer").get(customerId);
  const ending_balance = customer.balance + amount;
  books.change("customer", customerId, { balance: ending_balance, currency: customer.currency ?? currency }, "customer.updated");
  return books.create("customer_balance_transaction", {
    id: books.newId("cbtxn"),
    object: "customer_balance_transaction",
    amount,
    checkout_session: null,
    created: books.now(customerId),
    credit_note: null,
    currency,
    customer: customerId,
    customer_account: null,
    description: description ?? null,
    ending_balance,
    invoice: invoice ?? null,
    livemode: false,
    metadata: metadata ?? {},
    type,
  });
}

/** What a person at Stripe's desk does. Balances in several currencies are not kept here. */
export function adjustBalance(books: Books, customerId: string, { amount, currency: named, description, metadata }: Stripe.CustomerCreateBalanceTransactionParams): Stripe.CustomerBalanceTransaction {
  const customer = books.shelf("customer").get(customerId);
  const currency = named.toLowerCase();
  if (customer.currency && customer.currency !== currency) throw invalid(`This Stripe keeps one balance for each customer, in ${customer.currency}.`, { param: "currency" });
  return moveBalance(books, customerId, { amount, currency, type: "adjustment", description, metadata: newMetadata(metadata) });
}

/** Newest first. */
export const balanceMovesOf = (books: Books, customerId: string): Stripe.CustomerBalanceTransaction[] =>
  books.shelf("customer_balance_transaction").all().filter(({ customer }) => idOf(customer) === customerId);
