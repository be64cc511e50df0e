import { shortDay } from "./dates";
import { money } from "./money";

export interface InvoiceFacts {
  id: string;
  number?: string | null;
  amountDue: number;
  amountPaid: number;
  amountRefunded: number;
  currency: string;
  status: "DRAFT" | "OPEN" | "PAID" | "VOID" | "UNCOLLECTIBLE";
  hostedUrl?: string | null;
  pdfUrl?: string | null;
  createdAt: string;
}

/** A line of the list of invoices. */
export interface InvoiceWords {
  id: string;
  number: string;
  date: string;
  amount: string;
  state: { kind: "plain" | "right" | "wrong"; text: string };
  hostedUrl: string | null;
  pdfUrl: string | null;
  /** Where what is open can be paid. */
  payUrl: string | null;
}

export function invoiceWords(invoice: InvoiceFacts, timeZone: string): InvoiceWords {
  const { id, number, currency, status, hostedUrl = null, pdfUrl = null, createdAt } = invoice;
  const amount = status === "PAID" ? invoice.amountPaid : invoice.amountDue;
  return {
    id,
    number: number ?? "Not numbered yet",
    date: shortDay(createdAt, timeZone),
    amount: money(amount, currency),
    state: stateOf(invoice),
    hostedUrl,
    pdfUrl,
    payUrl: status === "OPEN" && amount > 0 ? hostedUrl : null,
  };
}

/** "Pay €12.00 now", where the page that is paid on is that of an invoice at hand; else "Pay now". */
export function payWords(payUrl: string, invoices: readonly InvoiceFacts[]): string {
  const missing = invoices.find(({ status, hostedUrl }) => status === "OPEN" && hostedUrl === payUrl);
  const sum = missing ? missing.amountDue - missing.amountPaid : 0;
  return missing && sum > 0 ? `Pay ${money(sum, missing.currency)} now` : "Pay now";
}

function stateOf({ status, amountPaid, amountRefunded, currency }: InvoiceFacts): InvoiceWords["state"] {
  if (amountRefunded > 0) return { kind: "plain", text: amountRefunded >= amountPaid ? "Refunded" : `${money(amountRefunded, currency)} refunded` };
  if (status === "PAID") return amountPaid > 0 ? { kind: "right", text: "Paid" } : { kind: "plain", text: "Nothing to pay" };
  return STATES[status];
}

const STATES = {
  DRAFT: { kind: "plain", text: "Being prepared" },
  OPEN: { kind: "wrong", text: "To be paid" },
  VOID: { kind: "plain", text: "Void" },
  UNCOLLECTIBLE: { kind: "wrong", text: "Not paid" },
} as const;
