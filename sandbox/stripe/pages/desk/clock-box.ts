import { html, nothing, type Html } from "../../../page";
import { nextDue } from "../../billing";
import { idOf, type Books } from "../../books";
import { hidden } from "../fields";
import { instantOf } from "../words";

const DAY = 24 * 3600;
const DRAFT_FOR = 3600;

/** Its invoice is a draft for an hour; only then is it charged. */
export const chargedAt = (periodEnd: number): number => periodEnd + DRAFT_FOR;

/** What time it is at this Stripe, and buttons that move it forward for everybody who stands on no test clock. */
export function clockBox(books: Books): Html {
  const now = books.now();
  const due = nextDue(books);
  const renewal = nextRenewal(books);
  return html`<section class="box" aria-labelledby="clock"><h2 id="clock">Time</h2>
<p class="rate">${instantOf(now)}</p>
<p class="muted">${books.offset > 0 ? `${spanOf(books.offset)} ahead of the real time.` : "The real time."} It goes forward only, and all that falls due on the way happens.</p>
<div class="actions">${moveTo(now + DAY, "A day on", true)}${moveTo(now + 7 * DAY, "A week on", true)}
${due !== null && due > now ? moveTo(due, "To what is due next", true) : nothing}${renewal !== null ? moveTo(chargedAt(renewal), "To the next renewal", true) : nothing}</div></section>`;
}

export const moveTo = (to: number, text: string, isPlain = false): Html =>
  html`<form method="post" action="/stripe/clock">${hidden("to", String(to))}<button type="submit"${isPlain ? html` class="plain"` : nothing} title="${instantOf(to)}">${text}</button></form>`;

const LIVE = new Set<string>(["active", "trialing", "past_due"]);

function nextRenewal(books: Books): number | null {
  const live = books
    .shelf("subscription")
    .all()
    .filter(({ status, customer }) => LIVE.has(status) && !books.shelf("customer").find(idOf(customer) ?? "")?.test_clock);
  const ends = live.flatMap(({ items }) => items.data.map(({ current_period_end }) => current_period_end)).filter((end) => end > books.now());
  return ends.length > 0 ? Math.min(...ends) : null;
}

function spanOf(seconds: number): string {
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / 3600);
  const part = (count: number, unit: string) => (count > 0 ? [`${count} ${unit}${count === 1 ? "" : "s"}`] : []);
  return [...part(days, "day"), ...part(hours, "hour")].join(" and ") || "Less than an hour";
}
