import type { PaymentsPort } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { countEntries, record } from "../../audit";
import { syncCustomer } from "../sync/sync-customer";
import { findRefundable, type Refundable } from "./refunds.store";

export interface Wish {
  invoice: Refundable;
  /** Null: all that is left. */
  amount: number | null;
  payments: PaymentsPort;
}

const FAILED = "billing.invoice.refund_failed";

/** What had been given back when it was asked for is part of the wish: two clicks at once are one refund, two refunds in a row are two. */
const nameOf = ({ invoice, amount }: Wish): string => `refund:${invoice.stripeId}:${amount ?? "full"}:${invoice.amountRefunded}`;

/**
 * The key under which Stripe knows this refund. Where Stripe has answered with an error it repeats that for a day, so the next try has
 * another key; but only once it is sure that the one before did not go through after all: CONFLICT then.
 */
export async function refundKey(ctx: Context, wish: Wish): Promise<string> {
  const { invoice, payments } = wish;
  const name = nameOf(wish);
  const failedTries = await countEntries(ctx, { action: FAILED, metadata: { refund: name } });
  if (failedTries === 0) return name;
  await syncCustomer(ctx, invoice.customerId, payments);
  const now = await findRefundable(ctx, invoice.id);
  if (now?.amountRefunded !== invoice.amountRefunded) throw new Refusal("CONFLICT", "An earlier try has gone through after all. Please look again at what is left of this invoice.");
  return `${name}:${failedTries}`;
}

/** Remembers that Stripe answered a refund with an error. */
export const noteFailedTry = (ctx: Context, wish: Wish): Promise<void> =>
  record(ctx, {
    action: FAILED,
    category: "ERROR",
    severity: "WARNING",
    description: "Stripe answered a refund with an error.",
    subjectId: wish.invoice.userId,
    metadata: { invoiceId: wish.invoice.stripeId, refund: nameOf(wish) },
  });
