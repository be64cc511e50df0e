/** Days are said in somebody's own time zone; the server words them, so that page and browser never disagree. */
export interface Clock {
  now: Date;
  timeZone: string;
}

/** "24 November 2026" */
export function day(instant: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone }).format(new Date(instant));
}

/** "24 Nov 2026", for lists. */
export function shortDay(instant: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone }).format(new Date(instant));
}

/** How many midnights lie between now and then; negative for what is over. */
export function daysUntil(instant: string | Date, { now, timeZone }: Clock): number {
  return Math.round((dateOf(new Date(instant), timeZone) - dateOf(now, timeZone)) / 86_400_000);
}

/** "today", "tomorrow", else "in 5 days"; "" for what is over. */
export function inDays(instant: string | Date, clock: Clock): string {
  const days = daysUntil(instant, clock);
  if (days < 0) return "";
  return ["today", "tomorrow"][days] ?? `in ${days} days`;
}

/**
 * The day that lies some days or months ahead of now: "1 December 2026". A day that its month doesn't have is the
 * month's last, as Stripe counts: a month from 31 January is 28 February.
 */
export function dayAhead({ now, timeZone }: Clock, { days = 0, months = 0 }: { days?: number; months?: number }): string {
  const today = new Date(dateOf(now, timeZone));
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 1));
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const date = Math.min(today.getUTCDate(), lastOfMonth) + days;
  return day(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), date)), "UTC");
}

/** The date somewhere at an instant, as that date's midnight in UTC. */
function dateOf(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "numeric", day: "numeric", timeZone }).formatToParts(instant);
  const [year = 0, month = 1, date = 1] = ["year", "month", "day"].map((wanted) => Number(parts.find(({ type }) => type === wanted)?.value));
  return Date.UTC(year, month - 1, date);
}
