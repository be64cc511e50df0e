import type Stripe from "stripe";

import { html, nothing, type Html } from "../../../page";
import { idOf, type Books } from "../../books";
import { hidden } from "../fields";
import { planOf } from "../portal/plan";
import { cardText, dateOf, instantOf, money } from "../words";
import { chargedAt, moveTo } from "./clock-box";
import { moodOf } from "./desk-page";

/** One customer: what they have, paid, got back and objected to, with the buttons that Stripe's Dashboard has for it. */
export function customerPage(books: Books, customer: Stripe.Customer, message: Html): Html {
  const { id, email, name, test_clock } = customer;
  const own = <T extends { customer?: unknown }>(all: readonly T[]) => all.filter((one) => idOf(one.customer as string | null) === id);
  const subscriptions = own(books.shelf("subscription").all());
  const invoices = own(books.shelf("invoice").all());
  const charges = own(books.shelf("charge").all());
  return html`<p><a class="back" href="/stripe">Back to Stripe</a></p>
<h1>${email ?? name ?? id}</h1>
<dl><dt>Id</dt><dd>${id}</dd>${name ? html`<dt>Name</dt><dd>${name}</dd>` : nothing}<dt>Their time</dt><dd>${instantOf(books.now(id))}${test_clock ? " (a test clock)" : ""}</dd></dl>
${message}
<h2>Subscriptions</h2>
${listOr(subscriptions.map((subscription) => subscriptionBox(books, subscription, Boolean(test_clock))), "None yet.")}
<h2>Payments</h2>
${listOr(charges.map((charge) => chargeBox(books, charge)), "None yet.")}
<h2>Invoices</h2>
${invoices.length > 0 ? html`<ul class="rows">${invoices.map(invoiceRow)}</ul>` : listOr([], "None yet.")}`;
}

const listOr = (boxes: readonly Html[], otherwise: string): Html => (boxes.length > 0 ? html`${boxes}` : html`<div class="empty"><p>${otherwise}</p></div>`);

function subscriptionBox(books: Books, subscription: Stripe.Subscription, isOnTestClock: boolean): Html {
  const { id, status, ended_at, items } = subscription;
  const { name, rate, next } = planOf(books, subscription) ?? { name: id, rate: "", next: "" };
  const end = items.data[0]?.current_period_end ?? 0;
  const text = ended_at === null ? next : `Ended on ${dateOf(ended_at)}.`;
  return html`<section class="box" aria-label="Subscription ${id}"><h3>${name} <span class="chip ${moodOf(status)}">${status}</span></h3>
<p>${rate}</p><p class="muted">${text}</p><p class="hint">${id}</p>
${ended_at !== null || isOnTestClock ? nothing : html`<div class="actions">${moveTo(chargedAt(end), "Move time to its renewal", true)}</div>`}</section>`;
}

function chargeBox(books: Books, charge: Stripe.Charge): Html {
  const { id, amount, amount_refunded, currency, status, created, failure_message } = charge;
  const method = books.shelf("payment_method").find(charge.payment_method ?? "");
  const dispute = books.shelf("dispute").all().find((one) => idOf(one.charge) === id);
  const back = amount_refunded > 0 ? `${money(amount_refunded, currency)} refunded. ` : "";
  return html`<section class="box" aria-label="Payment ${id}"><h3>${money(amount, currency)} <span class="chip ${status === "succeeded" ? "right" : "wrong"}">${status}</span></h3>
<p class="muted">${instantOf(created)}${method ? `, ${cardText(method)}` : ""}. ${back}${failure_message ?? ""}</p>
<p class="hint">${id}</p>
${dispute ? disputeText(dispute) : nothing}
${status === "succeeded" ? moneyForms(charge, dispute) : nothing}</section>`;
}

const disputeText = ({ reason, status, amount, currency }: Stripe.Dispute): Html => html`<p>Disputed: ${money(amount, currency)}, ${reason}. <span class="chip quiet">${status}</span></p>`;

const CLOSED = new Set<string>(["won", "lost", "warning_closed", "prevented"]);

function moneyForms({ id, amount, amount_refunded, currency }: Stripe.Charge, dispute: Stripe.Dispute | undefined): Html {
  const left = amount - amount_refunded;
  const at = (what: string) => `/stripe/charges/${id}/${what}`;
  if (dispute && !CLOSED.has(dispute.status)) {
    return html`<div class="actions"><form method="post" action="${at("dispute/close")}">${hidden("dispute", dispute.id)}<button type="submit" name="as" value="won" class="plain">Won</button><button type="submit" name="as" value="lost" class="plain">Lost</button></form></div>`;
  }
  const refund = html`<form method="post" action="${at("refund")}"><div class="field"><label for="${id}-amount">Refund, of ${money(left, currency)}</label><input id="${id}-amount" name="amount" inputmode="decimal" placeholder="all of it" autocomplete="off"></div><button type="submit" class="plain">Refund</button></form>`;
  const object = html`<form method="post" action="${at("dispute")}"><button type="submit" name="kind" value="dispute" class="plain">Open a dispute</button><button type="submit" name="kind" value="inquiry" class="plain">Open an inquiry</button></form>`;
  return html`<div class="actions">${left > 0 ? refund : nothing}${dispute ? nothing : object}</div>`;
}

const invoiceRow = ({ number, id, status, total, currency, created, hosted_invoice_url }: Stripe.Invoice): Html =>
  html`<li><span>${number ?? id}<span class="hint">${instantOf(created)}</span></span><span>${money(total, currency)}</span><span><span class="chip ${status === "paid" ? "right" : status === "open" ? "wrong" : "quiet"}">${status ?? ""}</span></span>
<span class="go">${hosted_invoice_url ? html`<a href="${new URL(hosted_invoice_url).pathname}">View<span class="unseen"> invoice ${number ?? id}</span></a>` : nothing}</span></li>`;
