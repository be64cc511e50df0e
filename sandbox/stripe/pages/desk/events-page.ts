import type Stripe from "stripe";

import { html, nothing, type Html } from "../../../page";
import type { Delivery } from "../../books";
import type { Deliveries } from "../../webhooks/deliveries";
import { hidden } from "../fields";
import { instantOf } from "../words";

const PER_PAGE = 50;

/** All events, newest first. */
export function eventsPage(events: readonly Stripe.Event[], deliveries: Deliveries, page: number): Html {
  const link = (number: number, text: string, rel: string) => html`<a href="/stripe/events?page=${number}" rel="${rel}">${text}</a>`;
  const newer = page > 1 ? link(page - 1, "Newer", "prev") : html`<span></span>`;
  const older = events.length > page * PER_PAGE ? link(page + 1, "Older", "next") : html`<span></span>`;
  return html`<p><a class="back" href="/stripe">Back to Stripe</a></p><h1>Events</h1>
<p class="muted">What this Stripe told, and to whom. Kept for 30 days.</p>
${eventList(events.slice((page - 1) * PER_PAGE, page * PER_PAGE), deliveries)}
${events.length > PER_PAGE ? html`<nav class="pages" aria-label="Pages">${newer}${older}</nav>` : nothing}`;
}

export function eventList(events: readonly Stripe.Event[], deliveries: Deliveries): Html {
  if (events.length === 0) return html`<div class="empty"><p>No events yet.</p></div>`;
  const row = (event: Stripe.Event) =>
    html`<li><span><a href="/stripe/events/${event.id}">${event.type}</a><span class="hint">${instantOf(event.created)}</span></span><span>${deliveryChip(deliveries.list(event.id))}</span></li>`;
  return html`<ul class="rows">${events.map(row)}</ul>`;
}

function deliveryChip(own: readonly Delivery[]): Html {
  if (own.length === 0) return html`<span class="muted">nobody listens</span>`;
  if (own.every(({ deliveredAt }) => deliveredAt !== null)) return html`<span class="chip right">delivered</span>`;
  const isTried = own.some(({ dueAt }) => dueAt !== null);
  return html`<span class="chip ${isTried ? "quiet" : "wrong"}">${isTried ? "on its way" : "given up"}</span>`;
}

/** One event as it was sent, and how its deliveries went. */
export function eventPage(event: Stripe.Event, own: readonly Delivery[], urlOf: (endpoint: string) => string): Html {
  return html`<p><a class="back" href="/stripe/events">All events</a></p><h1>${event.type}</h1>
<dl><dt>Id</dt><dd>${event.id}</dd><dt>When</dt><dd>${instantOf(event.created)}</dd></dl>
<h2>Deliveries</h2>
${own.length > 0 ? html`<ul class="rows">${own.map((delivery) => deliveryRow(delivery, urlOf(delivery.endpoint)))}</ul>` : html`<div class="empty"><p>No endpoint listened.</p></div>`}
<h2>Payload</h2><pre tabindex="0" role="region" aria-label="Payload">${JSON.stringify(event, null, 2)}</pre>`;
}

const deliveryRow = (delivery: Delivery, url: string): Html =>
  html`<li><span>${url}<span class="hint">${tries(delivery)}</span></span>
<span>${deliveryChip([delivery])}</span>
<span class="go"><form method="post" action="/stripe/deliveries">${hidden("delivery", delivery.id)}${hidden("event", delivery.event)}<button type="submit" class="plain">Send again</button></form></span></li>`;

function tries({ attempts, outcome, dueAt }: Delivery): string {
  const tried = attempts === 0 ? "Not yet tried" : `Tried ${attempts === 1 ? "once" : `${attempts} times`}, last answer: ${outcome ?? "none"}`;
  return dueAt !== null && attempts > 0 ? `${tried}; again at ${instantOf(Math.ceil(dueAt / 1000))}` : tried;
}
