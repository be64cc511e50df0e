import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { attach, DECLINES, fileBankAccount, fileCard, ibanThat, markAuthenticated, methodNamed, verdictOf, type DebitPlan, type KeptCard, type Verdict } from "../../cards";
import { fullAddress } from "../address";
import { attemptPayment, verdictOn } from "../payments/confirm";
import { filePaymentIntent } from "../payments/payment-intent";
import { buyerOf } from "./buyer";
import { keepCard, payOnce, subscribe, type Bought } from "./buy";
import { NOBODY } from "./empty-session";
import { withTotals } from "./shown";
import { checkoutTotals, type CheckoutTotals } from "./totals";

type Session = Stripe.Checkout.Session;

/** What a buyer hands over. Plain JSON, and no card number in it. */
export interface CheckoutPayment {
  pay: { card: KeptCard } | { bankDebit: DebitPlan["ends"] } | { paymentMethod: string };
  email: string;
  name: string;
  /** Two letters; empty where nobody asked. */
  country: string;
  /** As it was typed. */
  promotionCode?: string;
  /** What the bank's question was answered with; undefined when it was not asked yet. */
  authenticated?: boolean;
}

export type CheckoutOutcome = { outcome: "complete"; session: Session } | { outcome: "declined"; message: string } | { outcome: "authenticate" };

/** Pays an open checkout and makes what was bought. Declined it stays open; a card that asks its owner changes nothing until that is answered. */
export function completeCheckout(books: Books, id: string, payment: CheckoutPayment): CheckoutOutcome {
  const session = books.shelf("checkout.session").get(id);
  if (session.status !== "open") throw invalid("This Checkout Session is no longer active.", { code: "checkout_session_not_open" });
  const totals = checkoutTotals(books, session, payment.promotionCode);
  const method = methodOf(books, payment);
  const verdict = verdictFor(books, method, totals, payment.authenticated);
  if (verdict === "authenticate") return { outcome: "authenticate" };
  if (verdict !== "works") {
    leaveTraces(books, session, { method, totals, authenticated: payment.authenticated });
    return { outcome: "declined", message: DECLINES[verdict].message };
  }
  const customer = buyerOf(books, session, payment);
  const kept = customer ? attach(books, method, customer.id) : method;
  if (payment.authenticated) markAuthenticated(books, kept.id);
  const bought = buy(books, session, { customer, method: kept, totals, authenticated: payment.authenticated });
  return { outcome: "complete", session: close(books, session, { payment, totals, customer, bought }) };
}

/** What is known of the buyer afterwards: typed, or from before. */
const detailsOf = ({ email, name, country }: CheckoutPayment, customer: Stripe.Customer | null): Session["customer_details"] => ({
  ...NOBODY,
  address: fullAddress(country ? { country } : null),
  email: (customer?.email ?? email) || null,
  name: (name || customer?.name) ?? null,
  tax_ids: [],
});

function methodOf(books: Books, { pay, email, name, country }: CheckoutPayment): Stripe.PaymentMethod {
  const owner = { email: email || null, name: name || null, address: fullAddress(country ? { country } : null) };
  if ("paymentMethod" in pay) return methodNamed(books, pay.paymentMethod);
  return "card" in pay ? fileCard(books, pay.card, owner) : fileBankAccount(books, ibanThat(pay.bankDebit), owner);
}

/** What the bank says: to the payment, or, where nothing is due yet, to the wish to keep the card. */
function verdictFor(books: Books, method: Stripe.PaymentMethod, { total }: CheckoutTotals, authenticated: boolean | undefined): Verdict {
  if (total > 0) return verdictOn(books, { method, authenticated });
  const verdict = verdictOf(books, method, "keep");
  if (verdict !== "authenticate" || authenticated === undefined) return verdict;
  return authenticated ? "works" : "notAuthenticated";
}

interface Attempted {
  method: Stripe.PaymentMethod;
  totals: CheckoutTotals;
  authenticated: boolean | undefined;
}

/** A refused card shows as a failed payment. */
function leaveTraces(books: Books, session: Session, { method, totals, authenticated }: Attempted): void {
  if (totals.total === 0) return;
  const known = books.shelf("payment_intent").find(idOf(session.payment_intent) ?? "");
  const intent = known ?? filePaymentIntent(books, { amount: totals.total, currency: totals.currency, customer: idOf(session.customer), payment_method_types: session.payment_method_types });
  if (session.mode === "payment") books.change("checkout.session", session.id, { payment_intent: intent.id });
  attemptPayment(books, intent.id, { method, authenticated });
}

function buy(books: Books, session: Session, payer: Parameters<typeof payOnce>[2]): Bought {
  if (session.mode === "subscription") return subscribe(books, session, payer);
  return session.mode === "setup" ? keepCard(books, session, payer) : payOnce(books, session, payer);
}

interface Closing {
  payment: CheckoutPayment;
  totals: CheckoutTotals;
  customer: Stripe.Customer | null;
  bought: Bought;
}

function close(books: Books, session: Session, { payment, totals, customer, bought }: Closing): Session {
  const changes: Partial<Session> = {
    ...(session.mode !== "setup" && withTotals(session, totals)),
    ...bought,
    collected_information: { business_name: null, individual_name: null, shipping_details: null },
    customer: customer && customer.id,
    customer_details: detailsOf(payment, customer),
    status: "complete",
    url: null,
  };
  return books.change("checkout.session", session.id, changes, "checkout.session.completed");
}
