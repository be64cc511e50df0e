import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { dateOf, money } from "../words";

export interface Line {
  description: string;
  period: string;
  quantity: number;
  amount: string;
}

export interface Sum {
  label: string;
  amount: string;
  /** What the eye looks for. */
  isMain?: boolean;
}

/** An invoice in the words of its page and its PDF. */
export interface InvoiceFacts {
  number: string;
  issuedOn: string;
  status: string;
  /** Whether it is settled, still to be paid, or neither. */
  mood: "right" | "wrong" | "quiet";
  /** `Paid on 3 March 2027`. */
  remark: string;
  billedTo: readonly string[];
  lines: readonly Line[];
  sums: readonly Sum[];
}

export function invoiceFacts(books: Books, invoice: Stripe.Invoice): InvoiceFacts {
  const refunded = refundedOf(books, invoice);
  const { customer_name, customer_email, customer_address, lines, currency } = invoice;
  return {
    number: invoice.number ?? "Draft",
    issuedOn: dateOf(invoice.status_transitions.finalized_at ?? invoice.created),
    ...standing(invoice, refunded),
    billedTo: [customer_name, customer_email, customer_address?.country ?? null].filter((text): text is string => Boolean(text)),
    lines: lines.data.map(({ description, period, quantity, amount }) => ({
      description: description ?? "Item",
      period: period.start === period.end ? "" : `${dateOf(period.start)} – ${dateOf(period.end)}`,
      quantity: quantity ?? 1,
      amount: money(amount, currency),
    })),
    sums: sumsOf(invoice, refunded),
  };
}

/** What went back to the buyer, in minor units: refunds belong to the charges of the invoice's payments. */
export function refundedOf(books: Books, invoice: Stripe.Invoice): number {
  return chargesOf(books, invoice).reduce((sum, { amount_refunded }) => sum + amount_refunded, 0);
}

export function chargesOf(books: Books, invoice: Stripe.Invoice): Stripe.Charge[] {
  const intents = new Set((invoice.payments?.data ?? []).map(({ payment }) => idOf(payment.payment_intent)));
  return books
    .shelf("charge")
    .all()
    .filter(({ payment_intent }) => payment_intent && intents.has(idOf(payment_intent)));
}

type Standing = Pick<InvoiceFacts, "status" | "mood" | "remark">;

function standing(invoice: Stripe.Invoice, refunded: number): Standing {
  const { status, status_transitions: times, total, due_date, next_payment_attempt } = invoice;
  if (status === "paid" && refunded > 0) return { status: refunded >= total ? "Refunded" : "Partly refunded", mood: "quiet", remark: `${money(refunded, invoice.currency)} went back to you.` };
  if (status === "paid") return { status: "Paid", mood: "right", remark: times.paid_at ? `Paid on ${dateOf(times.paid_at)}.` : "" };
  if (status === "open") return { status: "To be paid", mood: "wrong", remark: openRemark(due_date, next_payment_attempt) };
  const others: Readonly<Record<string, Standing>> = {
    draft: { status: "Draft", mood: "quiet", remark: "It may still change." },
    void: { status: "Void", mood: "quiet", remark: "Nothing is to be paid." },
    uncollectible: { status: "Uncollectible", mood: "quiet", remark: "It is not expected to be paid any more." },
  };
  return others[status ?? "draft"] ?? { status: status ?? "", mood: "quiet", remark: "" };
}

function openRemark(dueDate: number | null, nextAttempt: number | null): string {
  if (nextAttempt) return `The card on file is tried again on ${dateOf(nextAttempt)}.`;
  return dueDate ? `Due on ${dateOf(dueDate)}.` : "";
}

function sumsOf(invoice: Stripe.Invoice, refunded: number): Sum[] {
  const { currency, subtotal, total, amount_paid, amount_remaining, starting_balance, status } = invoice;
  const discount = (invoice.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const sum = (label: string, amount: number, isMain = false): Sum => ({ label, amount: money(amount, currency), isMain });
  return [
    sum("Subtotal", subtotal),
    ...(discount > 0 ? [sum("Discount", -discount)] : []),
    ...taxesOf(invoice, false).map((amount) => sum("Tax", amount)),
    sum("Total", total, true),
    ...taxesOf(invoice, true).map((amount) => sum("Tax within it", amount)),
    ...(starting_balance !== 0 ? [sum("Balance from before", starting_balance)] : []),
    ...(amount_paid > 0 ? [sum("Paid", amount_paid)] : []),
    ...(refunded > 0 ? [sum("Refunded", refunded)] : []),
    ...(status === "open" ? [sum("To be paid", amount_remaining, true)] : []),
  ];
}

const taxesOf = ({ total_taxes }: Stripe.Invoice, isInclusive: boolean): number[] =>
  (total_taxes ?? []).flatMap(({ amount, tax_behavior }) => (amount > 0 && (tax_behavior === "inclusive") === isInclusive ? [amount] : []));
