import type Stripe from "stripe";

import { html, nothing, type Html } from "../../../page";
import { idOf, type Books } from "../../books";
import { refundedOf } from "../invoice/facts";
import { webLink } from "../links";
import { cardText, dateOf, expiryText, money } from "../words";
import { defaultCardOf, type Plan } from "./plan";
import type { Visit } from "./visit";

const DONE: Readonly<Record<string, string>> = {
  card: "Your card was changed.",
  cancel: "Your plan ends with the period that is paid. Nothing more is charged.",
  ended: "Your plan has ended.",
  resume: "Your plan goes on.",
  change: "Your plan was changed.",
};

/** The portal's first page: the plan, the card, the invoices. */
export function homePage(books: Books, visit: Visit, done: string | undefined): Html {
  const { session, plans, backTo, features, path } = visit;
  const customer = books.shelf("customer").find(session.customer);
  const message = done && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return html`${backTo ? html`<p><a class="back" href="${backTo}">Back to Etude</a></p>` : nothing}
<h1>Your plan and payments</h1>
<p class="muted">${customer?.email ?? "Etude"}</p>
${message ? html`<div class="notice right" role="status"><p>${message}</p></div>` : nothing}
<h2>Plan</h2>
${plans.length > 0 ? plans.map((plan) => planBox(visit, plan)) : html`<div class="empty"><p>You have no plan at present.</p></div>`}
<h2>Card</h2>
${cardBox(defaultCardOf(books, session.customer), path, features.payment_method_update.enabled)}
${features.invoice_history.enabled ? invoiceList(books, session.customer) : nothing}`;
}

function planBox({ path, features }: Visit, { subscription, name, rate, status, mood, next, isEnding }: Plan): Html {
  const query = `subscription=${subscription.id}`;
  const change = features.subscription_update.enabled && !isEnding ? html`<a class="button plain" href="${path}/change?${query}">Change plan</a>` : nothing;
  const cancel = features.subscription_cancel.enabled && !isEnding ? html`<a class="button plain" href="${path}/cancel?${query}">Cancel plan</a>` : nothing;
  const resume = html`<form method="post" action="${path}/resume?${query}"><button type="submit">Keep the plan</button></form>`;
  return html`<section class="box" aria-label="${name}"><h3>${name} <span class="chip ${mood}">${status}</span></h3>
<p class="rate">${rate}</p><p class="muted">${next}</p>
<div class="actions">${isEnding ? resume : nothing}${change}${cancel}</div></section>`;
}

function cardBox(method: Stripe.PaymentMethod | undefined, path: string, mayChange: boolean): Html {
  const text = method ? html`<p class="rate">${cardText(method)}</p>${method.card ? html`<p class="muted">Expires ${expiryText(method.card)}</p>` : nothing}` : html`<p class="muted">No card is kept.</p>`;
  return html`<section class="box" aria-label="Card">${text}${mayChange ? html`<div class="actions"><a class="button plain" href="${path}/card">${method ? "Change card" : "Add a card"}</a></div>` : nothing}</section>`;
}

function invoiceList(books: Books, customerId: string): Html {
  const own = books
    .shelf("invoice")
    .all()
    .filter(({ customer, status }) => idOf(customer) === customerId && status !== "draft");
  if (own.length === 0) return html`<h2>Invoices</h2><div class="empty"><p>No invoices yet.</p></div>`;
  return html`<h2>Invoices</h2><ul class="rows">${own.map((invoice) => invoiceRow(invoice, refundedOf(books, invoice)))}</ul>`;
}

const STATUS: Readonly<Record<string, string>> = { paid: "Paid", open: "To be paid", void: "Void", uncollectible: "Uncollectible" };

function invoiceRow(invoice: Stripe.Invoice, refunded: number): Html {
  const { status, status_transitions: times, created, number, total, currency } = invoice;
  const isOpen = status === "open";
  return html`<li><span>${dateOf(times.finalized_at ?? created)}<span class="hint">${number ?? ""}</span></span>
<span>${money(total, currency)}<span class="hint"><span class="chip ${isOpen ? "wrong" : "quiet"}">${statusText(invoice, refunded)}</span></span></span>
<span class="go">${linkTo(invoice.hosted_invoice_url, isOpen ? "Pay" : "View", html` invoice ${number ?? ""}`)}${linkTo(invoice.invoice_pdf, "PDF", html` of invoice ${number ?? ""}`)}</span></li>`;
}

function statusText({ status, total }: Stripe.Invoice, refunded: number): string {
  if (refunded > 0) return refunded >= total ? "Refunded" : "Partly refunded";
  return STATUS[status ?? ""] ?? "";
}

/** `unseen` is for those who hear the page: it says which of many links this is. */
function linkTo(address: string | null | undefined, text: string, unseen: Html): Html {
  const path = ownPath(address);
  return path ? html`<a href="${path}">${text}<span class="unseen">${unseen}</span></a>` : nothing;
}

/** The sandbox may have moved to another port since the invoice was made. */
function ownPath(address: string | null | undefined): string | null {
  const link = webLink(address);
  return link && new URL(link).pathname;
}
