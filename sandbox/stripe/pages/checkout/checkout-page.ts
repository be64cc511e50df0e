import type Stripe from "stripe";

import { html, nothing, type Html } from "../../../page";
import { cardFields, ownerFields, testCards } from "../card-form";
import { field, hidden, refusal, type Fields } from "../fields";
import { successLink, webLink } from "../links";
import { dateOf, money } from "../words";
import { keptPromotion, rateOf, summary, type Bought } from "./summary";

export interface CheckoutPage extends Bought {
  /** What was typed so far. */
  fields: Fields;
  /** The customer's address where it is known already; it can't be changed here. */
  knownEmail: string | null;
}

/** Stripe's hosted checkout: what is bought on one side, how it is paid on the other. */
export function checkoutPage(page: CheckoutPage): Html {
  const { session, problems, fields, knownEmail, totals } = page;
  const { promotion_code: _, ...paying } = problems;
  return html`${backLink(session.cancel_url)}
<div class="checkout">${summary(page)}
<section aria-labelledby="paying"><h2 id="paying">${session.mode === "setup" ? "Your card" : "Pay"}</h2>
<form class="form" method="post" action="/c/pay/${session.id}" novalidate>
${refusal(paying)}
${emailField(knownEmail, fields, page)}
${methodFields(page)}
${keptPromotion(totals)}
<button type="submit">${buttonText(page)}</button>
${consent(page)}
</form>
${testCards}
</section></div>`;
}

const emailField = (known: string | null, fields: Fields, { problems }: CheckoutPage): Html =>
  known
    ? html`<dl class="known"><dt>E-mail</dt><dd>${known}</dd></dl>`
    : field({ name: "email", label: "E-mail", value: fields.email, more: html`type="email" autocomplete="email" spellcheck="false"` }, problems);

/** Cards, and beside them a bank debit whose money comes, or doesn't, days after the checkout is complete. */
function methodFields({ session, fields, problems }: CheckoutPage): Html {
  const card = html`<div class="by-card">${cardFields(fields, problems)}</div>`;
  if (session.mode === "setup" || !session.payment_method_types.includes("sepa_debit")) return html`${hidden("method", "card")}${card}${ownerFields(fields, problems)}`;
  const radio = (value: string, text: string) =>
    html`<label class="radio"><input type="radio" name="method" value="${value}"${(fields.method ?? "card") === value ? html` checked` : nothing}> ${text}</label>`;
  return html`<fieldset class="radios"><legend>Pay by</legend>
${radio("card", "Card")}${radio("debit_succeeds", "Bank debit, paid three minutes later")}${radio("debit_fails", "Bank debit, returned unpaid three minutes later")}</fieldset>
${card}${ownerFields(fields, problems)}`;
}

function buttonText({ session, totals }: CheckoutPage): string {
  if (session.mode === "setup") return "Save the card";
  if (totals.total > 0) return `Pay ${money(totals.total, totals.currency)}`;
  return totals.trialEnd ? "Start trial" : "Subscribe";
}

function consent({ session, totals }: CheckoutPage): Html {
  const rate = rateOf(session, totals);
  if (!rate) return nothing;
  const from = totals.trialEnd ? `From ${dateOf(totals.trialEnd)} on` : "From now on";
  return html`<p class="hint">${from} Etude charges ${rate}, until you cancel. You can do so at any time.</p>`;
}

const backLink = (address: string | null): Html => {
  const link = webLink(address);
  return link ? html`<p><a class="back" href="${link}">Back to Etude</a></p>` : nothing;
};

/** A checkout that nobody can pay any more says why, and leads on. */
export function closedPage(session: Stripe.Checkout.Session): { title: string; content: Html } {
  const isComplete = session.status === "complete";
  const link = isComplete ? successLink(session) : webLink(session.cancel_url);
  const title = isComplete ? "This is done already" : "This checkout has expired";
  const text = isComplete ? "The checkout is complete. Nothing more is charged." : "Nothing was charged. Start again where you came from.";
  return { title, content: html`<div class="plain-page"><h1>${title}</h1><p>${text}</p>${link ? html`<p><a class="button" href="${link}">Back to Etude</a></p>` : nothing}</div>` };
}
