import type Stripe from "stripe";

import { adjustBalance, balanceMovesOf, createCustomer, deleteCustomer, updateCustomer } from "../billing";
import { idOf, listOf, noSuch, type Books, type Call, type Routes } from "../books";
import { gone, isAsked, listing, named } from "./reading";

/** Of a customer who was removed it is told that they were; of everything else that there is no such thing. */
const retrieve = (books: Books, call: Call) => {
  const id = String(call.path.customer);
  return books.shelf("customer").wasRemoved(id) ? gone("customer", id) : named(books, "customer", call, "customer");
};

const remove = (books: Books, call: Call) => {
  const { id } = named(books, "customer", call, "customer");
  deleteCustomer(books, id);
  return gone("customer", id);
};

const update = (books: Books, call: Call<Stripe.CustomerUpdateParams>) => updateCustomer(books, named(books, "customer", call, "customer").id, call.params);

const fits = ({ email, test_clock }: Stripe.Customer, params: Stripe.CustomerListParams) =>
  (params.email === undefined || params.email === email) && (params.test_clock === undefined ? test_clock === null : isAsked(params.test_clock, test_clock));

const methodsOf = (books: Books, call: Call<Stripe.CustomerListPaymentMethodsParams>) => {
  const { id } = named(books, "customer", call, "customer");
  return listing<"payment_method", Stripe.CustomerListPaymentMethodsParams>("payment_method", `/v1/customers/${id}/payment_methods`, ({ customer, type }, params) => idOf(customer) === id && isAsked(params.type, type))(books, call);
};

const methodOf = (books: Books, call: Call) => {
  const { id } = named(books, "customer", call, "customer");
  const method = named(books, "payment_method", call, "payment_method");
  if (idOf(method.customer) !== id) throw noSuch("payment_method", method.id);
  return method;
};

const adjust = (books: Books, call: Call<Stripe.CustomerCreateBalanceTransactionParams>) => adjustBalance(books, named(books, "customer", call, "customer").id, call.params);

const movesOf = (books: Books, call: Call) => {
  const { id } = named(books, "customer", call, "customer");
  return listOf(balanceMovesOf(books, id), call, `/v1/customers/${id}/balance_transactions`);
};

/** Customers on a test clock are listed only with their clock, as at Stripe. */
export const customerRoutes: Routes = {
  "POST /v1/customers": (books, { params }: Call<Stripe.CustomerCreateParams>) => createCustomer(books, params),
  "GET /v1/customers": listing("customer", "/v1/customers", fits),
  "GET /v1/customers/:customer": retrieve,
  "POST /v1/customers/:customer": update,
  "DELETE /v1/customers/:customer": remove,
  "POST /v1/customers/:customer/balance_transactions": adjust,
  "GET /v1/customers/:customer/balance_transactions": movesOf,
  "GET /v1/customers/:customer/payment_methods": methodsOf,
  "GET /v1/customers/:customer/payment_methods/:payment_method": methodOf,
};
