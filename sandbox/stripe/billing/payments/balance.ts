import type Stripe from "stripe";

import type { Books } from "../../books";
import { DAY } from "../calendar";

const DAYS_UNTIL_AVAILABLE = 2;

export interface Entry {
  amount: number;
  currency: string;
  fee?: number;
  source: string;
  type: "charge" | "refund" | "refund_failure" | "adjustment";
  category: "charge" | "refund" | "refund_failure" | "dispute" | "dispute_reversal";
  description?: string | null;
}

/** Files what an event did to the account's balance. */
export function fileEntry(books: Books, { amount, currency, fee = 0, source, type, category, description = null }: Entry): Stripe.BalanceTransaction {
  const created = books.now();
  return books.create("balance_transaction", {
    id: books.newId("txn"),
    object: "balance_transaction",
    amount,
    available_on: created + DAYS_UNTIL_AVAILABLE * DAY,
    balance_type: "payments",
    created,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [{ amount: fee, application: null, currency, description: "Stripe processing fees", type: "stripe_fee" }],
    net: amount - fee,
    reporting_category: category,
    source,
    status: "pending",
    type,
  });
}

/** What Stripe keeps of a card payment in Europe: 1.5 % and 25 of the smallest unit. */
export const feeOf = (amount: number): number => Math.min(amount, Math.round(amount * 0.015) + 25);
