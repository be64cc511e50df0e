import type Stripe from "stripe";

import { html, nothing, type Html } from "../../../page";
import { previewInvoice, updateSubscription } from "../../billing";
import { StripeRefusal, type Books } from "../../books";
import { hidden, readFields, refusal, type Problems } from "../fields";
import { goneFrom } from "../gone";
import { amountIn, dateOf, money } from "../words";
import { productName, rateIn, type Plan } from "./plan";
import { leave, planIn, sendVisit, wayBack, type Visit, type Work } from "./visit";

/** The prices that the plan may change to, as the configuration names them. */
function pricesFor(books: Books, { features }: Visit, { price, subscription }: Plan): Stripe.Price[] {
  const ids = (features.subscription_update.products ?? []).flatMap(({ prices }) => prices);
  const known = ids.flatMap((id) => books.shelf("price").find(id) ?? []);
  return known.filter(({ id, active, ...other }) => active && id !== price.id && amountIn(other, subscription.currency) !== null);
}

/** The step in which another price is chosen. */
export const choosePrice =
  (books: Books): Work =>
  (visit, req, res) => {
    const plan = planIn(visit, readFields(req.query).subscription);
    if (!visit.features.subscription_update.enabled || !plan) return goneFrom(res, "There is no plan to change");
    sendVisit(res, visit, "Change plan", choicePage(books, visit, plan));
  };

function choicePage(books: Books, visit: Visit, plan: Plan): Html {
  const prices = pricesFor(books, visit, plan);
  const option = (price: Stripe.Price, place: number) =>
    html`<label class="radio"><input type="radio" name="price" value="${price.id}"${place === 0 ? html` checked` : nothing}> ${productName(books, price)}, ${rateIn(price, plan.subscription.currency)}</label>`;
  return html`${wayBack(visit)}<div class="plain-page"><h1>Change plan</h1>
<p>You have ${plan.name}, ${plan.rate}. What a change costs is shown before it is made.</p>
${
  prices.length > 0
    ? html`<form class="form" method="get" action="${visit.path}/change/confirm">${hidden("subscription", plan.subscription.id)}<fieldset class="radios"><legend>Change to</legend>${prices.map(option)}</fieldset><button type="submit">See what it costs</button></form>`
    : html`<div class="empty"><p>There is nothing to change to.</p></div>`
}</div>`;
}

interface Change {
  plan: Plan;
  price: Stripe.Price;
  /** From when prorations are reckoned: the same for what is shown and for what is charged. */
  at: number;
}

function changeIn(books: Books, visit: Visit, fields: Readonly<Record<string, string>>): Change | undefined {
  const plan = planIn(visit, fields.subscription);
  const named = (visit.flow?.subscription_update_confirm?.items ?? []).map(({ price }) => price);
  const wanted = fields.price ?? named[0];
  if (!visit.features.subscription_update.enabled || !plan || !wanted) return undefined;
  const isNamedByCaller = named.includes(wanted);
  const price = isNamedByCaller ? books.shelf("price").find(wanted) : pricesFor(books, visit, plan).find(({ id }) => id === wanted);
  return price && { plan, price, at: prorationDate(fields.at, books.now(visit.session.customer)) };
}

/** What was shown holds for an hour: then it is reckoned anew. */
const HOLDS = 3600;

function prorationDate(shown: string | undefined, now: number): number {
  const at = Number(shown);
  return Number.isInteger(at) && at <= now && at > now - HOLDS ? at : now;
}

/** The step in which a change is confirmed, seeing what it costs now. */
export const askChange =
  (books: Books): Work =>
  (visit, req, res) => {
    const change = changeIn(books, visit, readFields(req.query));
    if (!change) return goneFrom(res, "There is no such change");
    sendVisit(res, visit, "Change plan", confirmPage(books, visit, change));
  };

function paramsFor({ features }: Visit, { plan, price, at }: Change) {
  return { items: [{ id: plan.itemId, price: price.id }], proration_behavior: features.subscription_update.proration_behavior, proration_date: at };
}

function confirmPage(books: Books, visit: Visit, change: Change, problems: Problems = {}): Html {
  const { plan, price, at } = change;
  const { id: subscription, currency } = plan.subscription;
  const invoice = previewInvoice(books, { customer: visit.session.customer, subscription, subscription_details: paramsFor(visit, change) });
  const line = ({ description, amount }: Stripe.InvoiceLineItem) => html`<li><span>${description ?? "Item"}</span><span>${money(amount, currency)}</span></li>`;
  return html`${wayBack(visit)}<div class="plain-page"><h1>Confirm the change</h1>
${refusal(problems)}
<p>From ${plan.name}, ${plan.rate}, to ${productName(books, price)}, ${rateIn(price, currency)}.</p>
<ul class="lines">${invoice.lines.data.map(line)}</ul>
<dl class="sums"><dt class="total">${invoice.amount_due > 0 ? "To be paid now" : "Nothing to be paid now"}</dt><dd class="total">${money(invoice.amount_due, currency)}</dd></dl>
<p class="muted">Reckoned on ${dateOf(at)}. The card on file is charged.</p>
<form class="form" method="post" action="${visit.path}/change/confirm" novalidate>
${hidden("subscription", subscription)}${hidden("price", price.id)}${hidden("at", String(at))}
<button type="submit">${invoice.amount_due > 0 ? `Pay ${money(invoice.amount_due, currency)} and change` : "Change plan"}</button>
</form></div>`;
}

/** Makes the change if its payment succeeds; if it fails, everything stays as it was. */
export const changePrice =
  (books: Books): Work =>
  (visit, req, res) => {
    const change = changeIn(books, visit, readFields(req.body));
    if (!change) return goneFrom(res, "There is no such change");
    try {
      books.atomically(() => updateSubscription(books, change.plan.subscription.id, { ...paramsFor(visit, change), payment_behavior: "error_if_incomplete" }));
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error;
      return sendVisit(res, visit, "Change plan", confirmPage(books, visit, change, { "": `${error.message} Your plan is unchanged.` }));
    }
    leave(res, books, visit, "change");
  };
