import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { discountLines } from "./discounts";
import { lineOn, type LineDraft } from "./lines";

export interface NewInvoice {
  id?: string;
  customer: Stripe.Customer;
  currency: string;
  reason: Stripe.Invoice["billing_reason"];
  lines: readonly LineDraft[];
  discounts?: readonly Stripe.Discount[];
  subscription?: Stripe.Subscription | null;
  prorationDate?: number;
  period?: Stripe.InvoiceLineItem.Period;
  autoAdvance?: boolean;
  /** When it is finalized by itself, in seconds; never unless told. */
  finalizesAt?: number | null;
  collection?: Stripe.Invoice["collection_method"];
  daysUntilDue?: number | null;
  dueDate?: number | null;
  metadata?: Stripe.Metadata;
  description?: string | null;
  footer?: string | null;
  defaultPaymentMethod?: string | null;
}

const DAY = 86_400;

/** An invoice as a draft, on no shelf yet. */
export function composeInvoice(books: Books, wanted: NewInvoice): Stripe.Invoice {
  const { id = books.newId("in"), customer, currency, autoAdvance = true, finalizesAt = null, metadata = {}, description = null, footer = null, defaultPaymentMethod = null } = wanted;
  const created = books.now(customer.id);
  const { start, end } = wanted.period ?? { start: created, end: created };
  return {
    ...UNUSED,
    id,
    object: "invoice",
    attempt_count: 0,
    attempted: false,
    auto_advance: autoAdvance,
    automatically_finalizes_at: finalizesAt,
    billing_reason: wanted.reason,
    ...collectionOf(wanted, created),
    automatic_tax: taxesOf(wanted),
    confirmation_secret: null,
    created,
    currency,
    ...seenOf(customer),
    default_payment_method: defaultPaymentMethod,
    description,
    footer,
    livemode: false,
    metadata,
    parent: parentOf(wanted),
    payments: { object: "list", data: [], has_more: false, url: `/v1/invoice_payments?invoice=${id}` },
    period_end: end,
    period_start: start,
    status: "draft",
    test_clock: customer.test_clock ?? null,
    ...amountsOf(books, id, { ...wanted, balance: customer.balance }),
  };
}

const taxesOf = ({ subscription }: NewInvoice): Stripe.Invoice.AutomaticTax =>
  subscription?.automatic_tax.enabled
    ? { disabled_reason: null, enabled: true, liability: { type: "self" }, provider: "stripe", status: "complete" }
    : { disabled_reason: null, enabled: false, liability: null, provider: null, status: null };

const DAYS_UNTIL_DUE = 30;

/** How it is paid, and, where it is only sent, until when. */
function collectionOf({ subscription, collection, daysUntilDue, dueDate }: NewInvoice, created: number): Pick<Stripe.Invoice, "collection_method" | "due_date"> {
  const collection_method = collection ?? subscription?.collection_method ?? "charge_automatically";
  if (collection_method !== "send_invoice") return { collection_method, due_date: dueDate ?? null };
  return { collection_method, due_date: dueDate ?? created + (daysUntilDue ?? subscription?.days_until_due ?? DAYS_UNTIL_DUE) * DAY };
}

function parentOf({ subscription, prorationDate }: NewInvoice): Stripe.Invoice["parent"] {
  if (!subscription) return null;
  const { id, metadata } = subscription;
  return { quote_details: null, subscription_details: { metadata, subscription: id, ...(prorationDate !== undefined && { subscription_proration_date: prorationDate }) }, type: "subscription_details" };
}

/** What an invoice tells of its customer, as of now. */
const seenOf = ({ id, address, email, name, phone, shipping, tax_exempt }: Stripe.Customer) => ({
  customer: id,
  customer_address: address ?? null,
  customer_email: email,
  customer_name: name ?? null,
  customer_phone: phone ?? null,
  customer_shipping: shipping,
  customer_tax_exempt: tax_exempt ?? "none",
});

/** Lines and sums. `balance` below zero is a credit that the customer has. */
export function amountsOf(books: Books, invoice: string, { lines, discounts = [], currency, balance }: Pick<NewInvoice, "lines" | "discounts" | "currency"> & { balance: number }) {
  const taken = discountLines(books, lines, discounts, currency);
  const data = lines.map((line, at) => lineOn(books, line, { invoice, currency, discounts: taken[at] ?? [] }));
  const subtotal = data.reduce((sum, { amount }) => sum + amount, 0);
  const off = discounts.map(({ id }) => ({ discount: id, amount: taken.flat().reduce((sum, one) => (one.discount === id ? sum + one.amount : sum), 0) }));
  const total = subtotal - off.reduce((sum, { amount }) => sum + amount, 0);
  const due = Math.max(0, total + balance);
  return {
    amount_due: due,
    amount_remaining: due,
    discounts: discounts.map(({ id }) => id),
    lines: { object: "list", data, has_more: false, url: `/v1/invoices/${invoice}/lines` },
    starting_balance: balance,
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_discount_amounts: off,
    total_excluding_tax: total,
    total_pretax_credit_amounts: off.map(({ amount, discount }) => ({ amount, discount, type: "discount" })),
  } satisfies Partial<Stripe.Invoice>;
}

const UNUSED = {
  account_country: "DE",
  account_name: "Etude",
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_shipping: 0,
  application: null,
  custom_fields: null,
  customer_account: null,
  customer_tax_ids: [],
  default_source: null,
  default_tax_rates: [],
  effective_at: null,
  ending_balance: null,
  from_invoice: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  issuer: { type: "self" },
  last_finalization_error: null,
  latest_revision: null,
  next_payment_attempt: null,
  number: null,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  total_taxes: [],
  webhooks_delivered_at: null,
} satisfies Partial<Stripe.Invoice>;

/** Files a draft, and with it what was put aside for it. */
export function fileInvoice(books: Books, wanted: NewInvoice, pending: readonly Stripe.InvoiceItem[] = []): Stripe.Invoice {
  const invoice = books.create("invoice", composeInvoice(books, wanted), "invoice.created");
  for (const { id } of pending) books.change("invoiceitem", id, { invoice: invoice.id });
  return invoice;
}

export const subscriptionOf = (invoice: Stripe.Invoice): string | null => idOf(invoice.parent?.subscription_details?.subscription);
