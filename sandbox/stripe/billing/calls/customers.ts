import type Stripe from "stripe";

import { idOf, invalid, randomLetters, type Books } from "../../books";
import { attach, methodNamed } from "../../cards";
import { fullAddress } from "../address";
import { expireCheckout } from "../checkout/expire";
import { mergedMetadata, newMetadata } from "../metadata";
import { said } from "../said";
import { isOver } from "../subscriptions/change";
import { endSubscription } from "../subscriptions/end";

/** Files a customer; a payment method that is named with it is kept, and pays its invoices. */
export function createCustomer(books: Books, params: Stripe.CustomerCreateParams): Stripe.Customer {
  const { balance, invoice_prefix, next_invoice_sequence, preferred_locales } = params;
  const clock = params.test_clock ? books.shelf("test_helpers.test_clock").get(params.test_clock, "test_clock") : null;
  const customer: Stripe.Customer = {
    id: books.newId("cus"),
    object: "customer",
    ...detailsOf(params),
    balance: 0,
    created: clock ? clock.frozen_time : books.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    discount: null,
    invoice_prefix: randomLetters(8).toUpperCase(),
    invoice_settings: settingsOf(params.invoice_settings),
    livemode: false,
    metadata: newMetadata(params.metadata),
    next_invoice_sequence: 1,
    preferred_locales: [],
    tax_exempt: params.tax_exempt || "none",
    test_clock: clock && clock.id,
    ...said({ balance, invoice_prefix, next_invoice_sequence, preferred_locales }),
  };
  return withMethod(books, books.create("customer", customer, "customer.created"), params);
}

/** A source pays invoices; a payment method only where it is named as their default, too. */
function withMethod(books: Books, customer: Stripe.Customer, { payment_method: method, source, invoice_settings: settings }: Stripe.CustomerCreateParams): Stripe.Customer {
  const named = method ?? source;
  if (!named) return customer;
  const { id } = attach(books, methodNamed(books, named), customer.id);
  if (source === undefined && settings?.default_payment_method !== method) return customer;
  return books.change("customer", customer.id, { invoice_settings: { ...customer.invoice_settings, default_payment_method: id } }, "customer.updated");
}

type Details = Pick<Stripe.Customer, "address" | "description" | "email" | "name" | "phone" | "shipping">;

function detailsOf({ address, description, email, name, phone, shipping }: Stripe.CustomerCreateParams): Details {
  return {
    address: fullAddress(address),
    description: description || null,
    email: email || null,
    name: name || null,
    phone: phone || null,
    shipping: shipping ? { address: fullAddress(shipping.address) ?? undefined, name: shipping.name, phone: shipping.phone ?? null } : null,
  };
}

const NO_SETTINGS: Stripe.Customer.InvoiceSettings = { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null };

/** A default can only be what the customer has; of a new one that is set when the method is attached. */
const settingsOf = (given: Stripe.CustomerCreateParams.InvoiceSettings | undefined): Stripe.Customer.InvoiceSettings => ({ ...NO_SETTINGS, custom_fields: given?.custom_fields || null, footer: given?.footer ?? null });

/** Changes what is named; an empty text clears. */
export function updateCustomer(books: Books, id: string, params: Stripe.CustomerUpdateParams): Stripe.Customer {
  const customer = books.shelf("customer").get(id);
  const { metadata, balance, preferred_locales, tax_exempt, invoice_settings: settings, invoice_prefix, next_invoice_sequence } = params;
  const named = Object.fromEntries(Object.entries(detailsOf(params)).filter(([field]) => params[field as keyof Details] !== undefined));
  return books.change(
    "customer",
    id,
    {
      ...named,
      ...said({ balance, preferred_locales, invoice_prefix, next_invoice_sequence }),
      ...(tax_exempt && { tax_exempt }),
      ...(metadata !== undefined && { metadata: mergedMetadata(customer.metadata, metadata) }),
      ...(settings && { invoice_settings: settingsAfter(books, customer, settings) }),
    },
    "customer.updated",
  );
}

function settingsAfter(books: Books, { id, invoice_settings: before }: Stripe.Customer, changes: Stripe.CustomerUpdateParams.InvoiceSettings): Stripe.Customer.InvoiceSettings {
  const { default_payment_method: method, footer, custom_fields } = changes;
  return {
    ...before,
    ...(custom_fields !== undefined && { custom_fields: custom_fields || null }),
    ...(footer !== undefined && { footer: footer || null }),
    ...(method !== undefined && { default_payment_method: method ? ownMethod(books, id, method) : null }),
  };
}

/** The method's id, if it is the customer's. */
export function ownMethod(books: Books, customer: string, method: string, param = "default_payment_method"): string {
  const { id, customer: owner } = books.shelf("payment_method").get(method, param);
  if (idOf(owner) !== customer) throw invalid(`The customer does not have a payment method with the ID ${method}. The payment method must be attached to the customer.`, { param, code: "resource_missing" });
  return id;
}

/** Removes a customer for good: subscriptions end, open checkouts close, and what was kept to pay is let go. */
export function deleteCustomer(books: Books, id: string): void {
  books.shelf("customer").get(id);
  for (const session of books.shelf("checkout.session").all()) if (idOf(session.customer) === id && session.status === "open") expireCheckout(books, session.id);
  for (const subscription of books.shelf("subscription").all()) if (idOf(subscription.customer) === id && !isOver(subscription)) endSubscription(books, subscription.id);
  for (const method of books.shelf("payment_method").all()) if (idOf(method.customer) === id) books.change("payment_method", method.id, { customer: null });
  books.remove("customer", id, "customer.deleted");
}
