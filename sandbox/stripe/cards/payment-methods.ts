import type Stripe from "stripe";

import { idOf, StripeRefusal, type Books } from "../books";
import { planOfIban, type DebitPlan } from "./bank-debits";
import { DECLINES } from "./declines";
import { freshCard, type KeptCard } from "./kept-card";
import { cardNamed, fingerprintOf, nameOfToken, type Verdict } from "./test-cards";

/** What we know of a payment method and Stripe doesn't tell. */
export interface MethodNote {
  /** The test card's name. */
  behaviour?: string;
  /** Its owner has passed the bank's question while keeping it. */
  authenticated?: boolean;
  debit?: DebitPlan;
}

export const noteOf = (books: Books, id: string): MethodNote => books.note<MethodNote>(id) ?? {};

const NOBODY: Stripe.PaymentMethod.BillingDetails = { address: null, email: null, name: null, phone: null, tax_id: null };

export type BillingDetails = Partial<Stripe.PaymentMethod.BillingDetails>;

/** Files a card that belongs to nobody yet. */
export function fileCard(books: Books, card: KeptCard, billing: BillingDetails = {}): Stripe.PaymentMethod {
  const method = fileMethod(books, { type: "card", card: cardFields(card) }, billing);
  books.setNote(method.id, { behaviour: card.behaviour } satisfies MethodNote);
  return method;
}

/** Files a bank account to be debited (SEPA). */
export function fileBankAccount(books: Books, iban: string, billing: BillingDetails = {}): Stripe.PaymentMethod {
  const account = iban.replace(/\s/g, "");
  const sepa_debit: Stripe.PaymentMethod.SepaDebit = {
    bank_code: account.slice(4, 9),
    branch_code: "",
    country: account.slice(0, 2),
    fingerprint: fingerprintOf(account),
    generated_from: { charge: null, setup_attempt: null },
    last4: account.slice(-4),
  };
  const method = fileMethod(books, { type: "sepa_debit", sepa_debit }, billing);
  books.setNote(method.id, { debit: planOfIban(account) } satisfies MethodNote);
  return method;
}

function fileMethod(books: Books, kind: Pick<Stripe.PaymentMethod, "type" | "card" | "sepa_debit">, billing: BillingDetails): Stripe.PaymentMethod {
  return books.create("payment_method", {
    id: books.newId("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: { ...NOBODY, ...billing },
    created: books.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    ...kind,
  });
}

function cardFields({ brand, last4, exp_month, exp_year, fingerprint }: KeptCard): Stripe.PaymentMethod.Card {
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "US",
    display_brand: brand === "amex" ? "american_express" : brand,
    exp_month,
    exp_year,
    fingerprint,
    funding: "credit",
    generated_from: null,
    last4,
    networks: { available: [brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

/** The payment method that a call names: one that is filed, or a new one for a name like `pm_card_visa`. */
export function methodNamed(books: Books, id: string, param = "payment_method"): Stripe.PaymentMethod {
  const name = nameOfToken(id);
  return name === undefined ? books.shelf("payment_method").get(id, param) : fileCard(books, freshCard(name, books.now()));
}

/** Puts it into the customer's hands. A card that is refused on the spot throws Stripe's card error. */
export function attach(books: Books, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  const owner = idOf(method.customer);
  if (owner === customer) return method;
  if (owner !== null) throw new StripeRefusal(400, { type: "invalid_request_error", message: "The payment method you provided has already been attached to a customer." });
  const verdict = verdictOf(books, method, "keep");
  if (verdict !== "works" && verdict !== "authenticate") throw refusedCard(verdict, method);
  return books.change("payment_method", method.id, { customer }, "payment_method.attached");
}

/** Takes it out of its customer's hands, and out of all that would have charged it. */
export function detach(books: Books, method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  const customer = books.shelf("customer").find(idOf(method.customer) ?? "");
  if (customer && idOf(customer.invoice_settings.default_payment_method) === method.id) {
    books.change("customer", customer.id, { invoice_settings: { ...customer.invoice_settings, default_payment_method: null } }, "customer.updated");
  }
  for (const { id, default_payment_method: kept } of books.shelf("subscription").all()) {
    if (idOf(kept) === method.id) books.change("subscription", id, { default_payment_method: null }, "customer.subscription.updated");
  }
  return books.change("payment_method", method.id, { customer: null }, "payment_method.detached");
}

/** What comes of using it so; a debit always begins well. */
export function verdictOf(books: Books, method: Stripe.PaymentMethod, use: "keep" | "pay" | "later"): Verdict {
  const { behaviour, authenticated } = noteOf(books, method.id);
  if (behaviour === undefined) return "works";
  const card = cardNamed(behaviour);
  const verdict = card[use];
  return use === "later" && verdict === "works" && card.pay === "authenticate" && !authenticated ? "authenticate" : verdict;
}

export const markAuthenticated = (books: Books, method: string): void => books.setNote(method, { ...noteOf(books, method), authenticated: true });

function refusedCard(verdict: Exclude<Verdict, "works" | "authenticate">, method: Stripe.PaymentMethod): StripeRefusal {
  const { code, decline_code, message } = DECLINES[verdict];
  return new StripeRefusal(402, { type: "card_error", code, decline_code, message, payment_method: method });
}
