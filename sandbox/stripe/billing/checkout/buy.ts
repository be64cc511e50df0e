import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { attach } from "../../cards";
import { trialSettings } from "../calls/create-subscription";
import { filePutAside } from "../calls/invoice-items";
import { finalizeAndCollect } from "../invoices/pay";
import { newMetadata } from "../metadata";
import { attemptPayment } from "../payments/confirm";
import { filePaymentIntent } from "../payments/payment-intent";
import { attemptSetup, fileSetupIntent } from "../payments/setup-intent";
import { beginSubscription } from "../subscriptions/begin";
import type { Bought as ItemBought } from "../subscriptions/items";
import { whileMaking } from "../subscriptions/change";
import { askedOf } from "./asked";
import type { CheckoutTotals } from "./totals";

type Session = Stripe.Checkout.Session;

export interface Payer {
  customer: Stripe.Customer | null;
  method: Stripe.PaymentMethod;
  totals: CheckoutTotals;
  authenticated: boolean | undefined;
}

/** What a session has of what was bought with it. */
export type Bought = Pick<Session, "payment_status"> & Partial<Pick<Session, "subscription" | "invoice" | "payment_intent" | "setup_intent">>;

/** A subscription, its first invoice paid. What pays now pays from then on. */
export function subscribe(books: Books, session: Session, { customer, method, totals, authenticated }: Payer): Bought {
  if (!customer) throw new Error("A subscription has a customer.");
  const { subscription_data: data = {} } = askedOf(books, session.id);
  const id = books.newId("sub");
  const bought = boughtIn(session);
  for (const { price, quantity } of bought) if (!price.recurring) filePutAside(books, { customer: customer.id, currency: totals.currency, price: price.id, quantity, subscription: id });
  const invoice = whileMaking(books, id, () => {
    const begun = beginSubscription(books, {
      id,
      customer,
      bought: bought.filter(({ price }) => price.recurring),
      currency: totals.currency,
      trialEnd: totals.trialEnd,
      discounts: totals.source ? [totals.source] : [],
      session: session.id,
      method: method.id,
      fields: fieldsOf(session, data),
    }).invoice;
    if (begun) finalizeAndCollect(books, begun.id, { method, offSession: false, authenticated });
    return begun && books.shelf("invoice").get(begun.id);
  });
  return { subscription: id, invoice: invoice && invoice.id, payment_status: statusOf(totals, invoice) };
}

function boughtIn({ line_items }: Session): ItemBought[] {
  const items = line_items ? line_items.data : [];
  return items.flatMap(({ price, quantity, metadata }) => (price ? [{ price, quantity: quantity ?? 1, metadata: metadata ?? {} }] : []));
}

const fieldsOf = ({ automatic_tax }: Session, { description, metadata, trial_settings }: Stripe.Checkout.SessionCreateParams.SubscriptionData): Partial<Stripe.Subscription> => ({
  automatic_tax: { disabled_reason: null, enabled: automatic_tax.enabled, liability: automatic_tax.liability },
  description: description ?? null,
  metadata: newMetadata(metadata),
  ...(trial_settings && { trial_settings: trialSettings(trial_settings) }),
});

function statusOf({ total }: CheckoutTotals, invoice: Stripe.Invoice | null): Session["payment_status"] {
  if (total === 0) return "no_payment_required";
  return invoice?.status === "paid" ? "paid" : "unpaid";
}

/** A payment, once. */
export function payOnce(books: Books, session: Session, { customer, method, totals, authenticated }: Payer): Bought {
  if (totals.total === 0) return { payment_status: "no_payment_required" };
  const { payment_intent_data: data = {} } = askedOf(books, session.id);
  const known = books.shelf("payment_intent").find(idOf(session.payment_intent) ?? "");
  const fields = { amount: totals.total, currency: totals.currency, customer: customer?.id ?? null };
  const intent = known
    ? books.change("payment_intent", known.id, fields)
    : filePaymentIntent(books, {
        ...fields,
        description: data.description,
        metadata: newMetadata(data.metadata),
        payment_method_types: session.payment_method_types,
        setup_future_usage: data.setup_future_usage ?? null,
        capture_method: data.capture_method,
        receipt_email: data.receipt_email,
        statement_descriptor: data.statement_descriptor,
      });
  const { kind } = attemptPayment(books, intent.id, { method, authenticated });
  return { payment_intent: intent.id, payment_status: kind === "paid" ? "paid" : "unpaid" };
}

/** Nothing but the card, kept for later. */
export function keepCard(books: Books, session: Session, { customer, method, authenticated }: Payer): Bought {
  const { setup_intent_data: data = {} } = askedOf(books, session.id);
  const intent = fileSetupIntent(books, { customer: customer?.id ?? null, description: data.description, metadata: newMetadata(data.metadata), payment_method_types: session.payment_method_types });
  attemptSetup(books, intent.id, customer ? attach(books, method, customer.id) : method, authenticated ?? true);
  return { setup_intent: intent.id, payment_status: "no_payment_required" };
}
