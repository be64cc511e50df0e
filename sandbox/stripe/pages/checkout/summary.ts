import type Stripe from "stripe";

import { html, nothing, type Html } from "../../../page";
import type { CheckoutTotals } from "../../billing";
import { field, hidden, type Problems } from "../fields";
import { couponText, dateOf, money, rhythm } from "../words";

export interface Bought {
  session: Stripe.Checkout.Session;
  totals: CheckoutTotals;
  /** The promotion code that is typed in, be it valid or not. */
  code: string;
  problems: Problems;
}

/** What is bought, what it costs today, and what after that. */
export function summary(bought: Bought): Html {
  const { session, totals } = bought;
  const { subtotal, discount, tax, total, currency } = totals;
  return html`<section class="summary" aria-labelledby="bought">
<h1 id="bought">${headline(session)}</h1>
<p class="amount">${money(total, currency)}${total === 0 && totals.trialEnd ? html` <span>today</span>` : nothing}</p>
${afterwards(session, totals)}
<ul class="lines">${(session.line_items?.data ?? []).map((item) => line(item, totals))}</ul>
<dl class="sums">
${totals.trialEnd ? nothing : html`<dt>Subtotal</dt><dd>${money(subtotal, currency)}</dd>`}
${discount > 0 ? html`<dt>${discountName(totals)}</dt><dd>−${money(discount, currency)}</dd>` : nothing}
${tax > 0 ? html`<dt>Tax</dt><dd>${money(tax, currency)}</dd>` : nothing}
<dt class="total">Total due today</dt><dd class="total">${money(total, currency)}</dd>
</dl>
${session.allow_promotion_codes ? promotionForm(bought) : nothing}
</section>`;
}

function headline({ mode, line_items }: Stripe.Checkout.Session): string {
  if (mode === "setup") return "Save a card";
  const [first] = line_items?.data ?? [];
  return mode === "subscription" ? `Subscribe to ${first?.description ?? "Etude"}` : `Pay for ${first?.description ?? "Etude"}`;
}

const line = ({ description, quantity, amount_subtotal, currency, price }: Stripe.LineItem, { trialEnd }: CheckoutTotals): Html =>
  html`<li><span>${description ?? "Item"}${(quantity ?? 1) > 1 ? html` <span class="muted">× ${quantity ?? 1}</span>` : nothing}
${price?.recurring ? html`<span class="hint">${money(amount_subtotal, currency)} ${rhythm(price.recurring)}</span>` : nothing}</span><span>${trialEnd && price?.recurring ? money(0, currency) : money(amount_subtotal, currency)}</span></li>`;

const discountName = ({ promotion, coupon }: CheckoutTotals): string => [promotion?.code ?? "Discount", coupon ? `(${couponText(coupon)})` : ""].filter(Boolean).join(" ");

/** What is charged after today: `€12.00 per month`, or `€9.60 once and €12.00 per month after that`. Null where nothing is. */
export function rateOf({ mode, line_items }: Stripe.Checkout.Session, { regular, afterTrial, trialEnd, currency }: CheckoutTotals): string | null {
  const recurring = line_items?.data.find(({ price }) => price?.recurring)?.price?.recurring;
  if (mode !== "subscription" || !recurring) return null;
  const rate = `${money(regular, currency)} ${rhythm(recurring)}`;
  return trialEnd !== null && afterTrial !== regular ? `${money(afterTrial, currency)} once and ${rate} after that` : rate;
}

function afterwards(session: Stripe.Checkout.Session, totals: CheckoutTotals): Html {
  const rate = rateOf(session, totals);
  if (!rate) return nothing;
  if (totals.trialEnd) return html`<p class="muted">then ${rate} from ${dateOf(totals.trialEnd)}, until you cancel</p>`;
  return html`<p class="muted">${totals.total === totals.regular ? "" : "today, then "}${rate}, until you cancel</p>`;
}

function promotionForm({ session, totals, code, problems }: Bought): Html {
  const path = `/c/pay/${session.id}`;
  if (totals.promotion) return html`<p class="promotion">Promotion code <strong>${totals.promotion.code}</strong> is applied. <a href="${path}">Remove it</a></p>`;
  return html`<form class="form promotion" method="get" action="${path}" novalidate>
${field({ name: "promotion_code", label: "Promotion code", value: code, more: html`autocomplete="off" autocapitalize="characters" spellcheck="false"` }, problems)}
<button type="submit" class="plain">Apply</button></form>`;
}

export const keptPromotion = ({ promotion }: CheckoutTotals): Html => (promotion ? hidden("promotion_code", promotion.code) : nothing);
