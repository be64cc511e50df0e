import Stripe from "stripe";

import { isMissing, orNull } from "./calls";
import { idOf } from "./in-our-words";
import type { Line } from "./line";
import { CannotRefund, type MadeRefund, type NewRefund, type PaymentsPort } from "./port";

export const refundCalls = (line: Line): Pick<PaymentsPort, "creditOf" | "refundInvoice"> => ({
  async creditOf(customerId) {
    const customer = await orNull(line.ask((options) => line.stripe.customers.retrieve(customerId, undefined, options)));
    if (!customer || customer.deleted || customer.balance >= 0) return null; // Below zero is the customer's, above zero ours.
    return { amount: -customer.balance, currency: customer.currency ?? null };
  },

  async refundInvoice(refund) {
    const payments = await paymentsOf(line, refund.invoiceId);
    if (payments.length === 0) throw new CannotRefund("not-paid");
    // Which part of it came from which payment would be ours to choose, and to choose the same again after a crash.
    if (payments.length > 1 && refund.amount !== null) throw new CannotRefund("several-payments");
    const tried: (Stripe.Refund | CannotRefund)[] = [];
    for (const [payment, paid] of payments) tried.push(await refundOf(line, paid, { ...refund, key: payments.length > 1 ? `${refund.key}:${payment}` : refund.key }));
    return sumOf(tried);
  },
});

type Paid = { payment_intent: string } | { charge: string };

/** What paid an invoice, by its id: `invoice.payment_intent` is gone, the list of its payments has them. */
async function paymentsOf({ stripe, ask }: Line, invoiceId: string): Promise<[string, Paid][]> {
  const list = await orNull(ask((options) => stripe.invoicePayments.list({ invoice: invoiceId, status: "paid", limit: 100 }, options)));
  return (list?.data ?? []).flatMap(({ payment }): [string, Paid][] => {
    const [payment_intent, charge] = [idOf(payment.payment_intent), idOf(payment.charge)];
    if (payment_intent) return [[payment_intent, { payment_intent }]];
    return charge ? [[charge, { charge }]] : [];
  });
}

async function refundOf({ stripe, ask }: Line, paid: Paid, { amount, reason, key, requestId }: NewRefund): Promise<Stripe.Refund | CannotRefund> {
  const metadata = { reason: reason.slice(0, 500), ...(requestId && { requestId }) };
  try {
    return await ask((options) => stripe.refunds.create({ ...paid, ...(amount !== null && { amount }), metadata }, { ...options, idempotencyKey: key }));
  } catch (error) {
    const why = whyNotRefunded(error);
    if (why) return why;
    throw error;
  }
}

/** A part that has nothing left beside others that had is no failure. Throws what hinders, else that nothing was left of any. */
function sumOf(tried: readonly (Stripe.Refund | CannotRefund)[]): MadeRefund {
  const refusals = tried.flatMap((one) => (one instanceof CannotRefund ? [one] : []));
  const refunds = tried.flatMap((one) => (one instanceof CannotRefund ? [] : [one]));
  const hindrance = refusals.find(({ reason }) => reason !== "nothing-left");
  const [first] = refunds;
  if (hindrance || !first) throw hindrance ?? refusals[0];
  return { refundId: first.id, amount: refunds.reduce((sum, { amount }) => sum + amount, 0) };
}

function whyNotRefunded(error: unknown): CannotRefund | null {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return null;
  if (error.code === "charge_already_refunded") return new CannotRefund("nothing-left");
  if (error.code === "charge_disputed" || /disput|charged back/i.test(error.message)) return new CannotRefund("disputed");
  const isTooMuch = !isMissing(error) && (error.param === "amount" || /greater than/.test(error.message));
  return new CannotRefund(isTooMuch ? "too-much" : "refused", error);
}
