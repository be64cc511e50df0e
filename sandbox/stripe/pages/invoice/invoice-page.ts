import type Stripe from "stripe";

import { html, nothing, type Html } from "../../../page";
import { cardFields, testCards } from "../card-form";
import { refusal, type Fields, type Problems } from "../fields";
import { money } from "../words";
import type { InvoiceFacts, Line, Sum } from "./facts";

export interface InvoicePage {
  invoice: Stripe.Invoice;
  facts: InvoiceFacts;
  token: string;
  backTo: string | null;
  fields: Fields;
  problems: Problems;
}

/** Stripe's hosted invoice: what it is for, how it stands, and a form that pays it while it is open. */
export function invoicePage(page: InvoicePage): Html {
  const { facts, token, backTo, invoice } = page;
  return html`${backTo ? html`<p><a class="back" href="${backTo}">Back to Etude</a></p>` : nothing}
<div class="invoice">
<h1>Invoice ${facts.number}</h1>
<p><span class="chip ${facts.mood}">${facts.status}</span> ${facts.remark}</p>
<dl><dt>From</dt><dd>Etude</dd><dt>Billed to</dt><dd>${facts.billedTo.map((text) => html`<span class="block">${text}</span>`)}</dd><dt>Date</dt><dd>${facts.issuedOn}</dd></dl>
<ul class="lines">${facts.lines.map(line)}</ul>
<dl class="sums">${facts.sums.map(sum)}</dl>
<p><a class="button plain" href="/i/${token}/pdf" download>Download as PDF</a></p>
${invoice.status === "open" ? payForm(page) : nothing}
</div>`;
}

const line = ({ description, period, quantity, amount }: Line): Html =>
  html`<li><span>${description}${quantity > 1 ? html` <span class="muted">× ${quantity}</span>` : nothing}${period ? html`<span class="hint">${period}</span>` : nothing}</span><span>${amount}</span></li>`;

const sum = ({ label, amount, isMain }: Sum): Html => (isMain ? html`<dt class="total">${label}</dt><dd class="total">${amount}</dd>` : html`<dt>${label}</dt><dd>${amount}</dd>`);

const payForm = ({ invoice, token, fields, problems }: InvoicePage): Html =>
  html`<h2>Pay with a card</h2>
<form class="form" method="post" action="/i/${token}" novalidate>
${refusal(problems)}
${cardFields(fields, problems)}
<button type="submit">Pay ${money(invoice.amount_remaining, invoice.currency)}</button>
</form>
${testCards}`;
