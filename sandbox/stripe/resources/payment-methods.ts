import type Stripe from "stripe";

import { mergedMetadata } from "../billing";
import { invalid, type Books, type Call, type Routes } from "../books";
import { attach, detach, fileBankAccount, fileCard, freshCard, methodNamed, nameOfToken, readCard, type BillingDetails, type KeptCard } from "../cards";
import { isAsked, listing } from "./reading";

type Create = Stripe.PaymentMethodCreateParams;

const create = (books: Books, { params }: Call<Create>) => {
  const billing = billingOf(params.billing_details);
  if (params.type === "sepa_debit") return keepMetadata(books, fileBankAccount(books, params.sepa_debit?.iban ?? "", billing), params.metadata);
  if (params.type !== "card" || !params.card) throw invalid("The sandbox knows cards and SEPA debits only. Pass `type: card` with `card`.", { param: "type" });
  return keepMetadata(books, fileCard(books, cardOf(books, params.card), billing), params.metadata);
};

function cardOf(books: Books, card: NonNullable<Create["card"]> & { token?: string; number?: string; exp_month?: number; exp_year?: number }): KeptCard {
  if (card.token) {
    const name = nameOfToken(card.token);
    if (name === undefined) throw invalid(`No such token: '${card.token}'`, { param: "card[token]", code: "resource_missing" });
    return freshCard(name, books.now());
  }
  const kept = readCard({ number: card.number ?? "", expMonth: card.exp_month ?? 0, expYear: card.exp_year ?? 0 });
  if (!kept) throw invalid("Your card number is incorrect: the sandbox takes Stripe's test cards only.", { param: "card[number]", code: "incorrect_number" });
  return kept;
}

type GivenDetails = Stripe.PaymentMethodCreateParams.BillingDetails | Stripe.PaymentMethodUpdateParams.BillingDetails | undefined;

function billingOf(given: GivenDetails): BillingDetails {
  if (!given) return {};
  const { email, name, phone, address } = given;
  return {
    ...(email !== undefined && { email: email || null }),
    ...(name !== undefined && { name: name || null }),
    ...(phone !== undefined && { phone: phone || null }),
    ...(address && { address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null, ...address } }),
  };
}

const keepMetadata = (books: Books, method: Stripe.PaymentMethod, metadata: Create["metadata"]) => books.change("payment_method", method.id, { metadata: mergedMetadata(method.metadata, metadata) });

const update = (books: Books, call: Call<Stripe.PaymentMethodUpdateParams>) => {
  const method = theMethod(books, call);
  const { billing_details, metadata, card, allow_redisplay } = call.params;
  const changes: Partial<Stripe.PaymentMethod> = {
    ...(billing_details && { billing_details: { ...method.billing_details, ...billingOf(billing_details) } }),
    ...(metadata !== undefined && { metadata: mergedMetadata(method.metadata, metadata) }),
    ...(allow_redisplay && { allow_redisplay }),
    ...(card && method.card && { card: { ...method.card, exp_month: card.exp_month ?? method.card.exp_month, exp_year: card.exp_year ?? method.card.exp_year } }),
  };
  return books.change("payment_method", method.id, changes, "payment_method.updated");
};

/** Names like `pm_card_visa` stand for a new one each time. */
const theMethod = (books: Books, { path }: Call<object>) => methodNamed(books, String(path.payment_method), "");

const attachTo = (books: Books, call: Call<Stripe.PaymentMethodAttachParams>) => {
  const customer = books.shelf("customer").get(call.params.customer ?? "", "customer");
  return attach(books, theMethod(books, call), customer.id);
};

const detachFrom = (books: Books, call: Call) => {
  const method = theMethod(books, call);
  if (method.customer === null) throw invalid("The payment method you provided is not attached to a customer so detachment is impossible.");
  return detach(books, method);
};

const fits = ({ customer, type }: Stripe.PaymentMethod, params: Stripe.PaymentMethodListParams) => customer !== null && isAsked(params.customer, customer) && isAsked(params.type, type);

export const paymentMethodRoutes: Routes = {
  "POST /v1/payment_methods": create,
  "GET /v1/payment_methods": listing("payment_method", "/v1/payment_methods", fits),
  "GET /v1/payment_methods/:payment_method": theMethod,
  "POST /v1/payment_methods/:payment_method": update,
  "POST /v1/payment_methods/:payment_method/attach": attachTo,
  "POST /v1/payment_methods/:payment_method/detach": detachFrom,
};
