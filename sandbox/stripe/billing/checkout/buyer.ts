import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { createCustomer, updateCustomer } from "../calls/customers";
import { askedOf } from "./asked";

interface Typed {
  email: string;
  name: string;
  country: string;
}

/** The customer who buys: the session's own, updated as far as it allows, else a new one; null for a guest. */
export function buyerOf(books: Books, session: Stripe.Checkout.Session, { email, name, country }: Typed): Stripe.Customer | null {
  const known = books.shelf("customer").find(idOf(session.customer) ?? "");
  if (known) return updated(books, session, known, { email, name, country });
  if (session.customer_creation !== "always") return null;
  return createCustomer(books, { email: email || undefined, name: name || undefined, ...(country && { address: { country } }) });
}

function updated(books: Books, session: Stripe.Checkout.Session, customer: Stripe.Customer, { email, name, country }: Typed): Stripe.Customer {
  const { customer_update: allowed } = askedOf(books, session.id);
  return updateCustomer(books, customer.id, {
    ...(!customer.email && email && { email }),
    ...(allowed?.name === "auto" && name && { name }),
    ...(allowed?.address === "auto" && country && { address: { country } }),
  });
}
