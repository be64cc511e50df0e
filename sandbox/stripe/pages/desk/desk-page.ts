import type Stripe from "stripe";

import { html, nothing, type Html } from "../../../page";
import { idOf, type Books } from "../../books";
import type { Deliveries } from "../../webhooks/deliveries";
import { instantOf } from "../words";
import { clockBox } from "./clock-box";
import { eventList } from "./events-page";

const MOST_CUSTOMERS = 50;
const SOME_EVENTS = 12;

/** The developer's page: time, customers, what was told to the product lately. */
export function deskPage(books: Books, deliveries: Deliveries, message: Html): Html {
  const customers = books.shelf("customer").all();
  return html`<h1>Stripe</h1>
<p class="muted">A Stripe on this machine: it speaks Stripe's own API on <code>/v1</code>. No money moves.</p>
${message}
${clockBox(books)}
<h2>Customers</h2>
${customers.length > 0 ? html`<ul class="rows">${customers.slice(0, MOST_CUSTOMERS).map((customer) => customerRow(books, customer))}</ul>` : html`<div class="empty"><p>No customers yet.</p><p class="muted">Buy premium in the web app, and the first one appears.</p></div>`}
${customers.length > MOST_CUSTOMERS ? html`<p class="muted">The newest ${MOST_CUSTOMERS} of ${customers.length}.</p>` : nothing}
<h2>Events</h2>
${eventList(books.shelf("event").all().slice(0, SOME_EVENTS), deliveries)}
<p><a class="back" href="/stripe/events">All events</a></p>`;
}

function customerRow(books: Books, { id, email, name, created }: Stripe.Customer): Html {
  const own = books
    .shelf("subscription")
    .all()
    .filter(({ customer }) => idOf(customer) === id);
  const [latest] = own;
  return html`<li><span><a href="/stripe/customers/${id}">${email ?? name ?? id}</a><span class="hint">${instantOf(created)}</span></span>
<span>${latest ? html`<span class="chip ${moodOf(latest.status)}">${latest.status}</span>` : html`<span class="muted">no subscription</span>`}</span></li>`;
}

export const moodOf = (status: string): string => (status === "active" || status === "trialing" ? "right" : status === "past_due" || status === "unpaid" || status === "incomplete" ? "wrong" : "quiet");
