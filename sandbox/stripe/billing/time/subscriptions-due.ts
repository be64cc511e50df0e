import type Stripe from "stripe";

import { idOf, type Books } from "../../books";
import { DAY, HOUR } from "../calendar";
import { expireIncomplete } from "../calls/cancel-subscription";
import { voidInvoice } from "../invoices/close";
import { changeSubscription, isOver } from "../subscriptions/change";
import { endSubscription } from "../subscriptions/end";
import { dropPendingUpdate } from "../subscriptions/pending-update";
import { renew, upcomingInvoice } from "../subscriptions/renew";
import { endTrial, tellTrialEnd, tellTrialEndAt } from "../subscriptions/trial";
import type { Due } from "./something-due";

/** Days before a renewal at which it is told of; at Stripe a setting of the account. */
const TOLD_BEFORE = 7 * DAY;
/** A first invoice may wait for its payment so long (docs.stripe.com/billing/subscriptions/overview#subscription-lifecycle). */
const HOURS_TO_BEGIN = 23;

export const subscriptionsDue = (books: Books): Due[] => books.shelf("subscription").all().flatMap((subscription) => (isOver(subscription) ? [] : dueOf(books, subscription)));

type Part = readonly [at: number | null | undefined, happen: () => void];

/** Ends come before renewals: what ends with its period begins no other. */
function dueOf(books: Books, subscription: Stripe.Subscription): Due[] {
  const { id, status, cancel_at, created, pending_update, pause_collection: pause } = subscription;
  const parts: Part[] = [
    [status === "incomplete" ? created + HOURS_TO_BEGIN * HOUR : null, () => void expireIncomplete(books, subscription)],
    [cancel_at, () => void endSubscription(books, id, { reason: subscription.cancellation_details?.reason ?? "cancellation_requested" })],
    [pending_update?.expires_at, () => letUpdateGo(books, id)],
    [pause?.resumes_at, () => void changeSubscription(books, id, { pause_collection: null })],
    [notBefore(subscription.trial_start, tellTrialEndAt(books, subscription)), () => tellTrialEnd(books, id)],
    ...periodDue(books, subscription),
  ];
  return parts.flatMap(([at, happen]) => (at === null || at === undefined ? [] : [{ at, customer: idOf(subscription.customer), happen }]));
}

/** Of what is shorter than the time by which it is told of, it is told at its beginning. */
const notBefore = (start: number | null | undefined, at: number | null): number | null => (at === null ? null : Math.max(at, start ?? at));

const RENEWED = ["active", "past_due", "unpaid", "trialing"];
const toldOf = (id: string) => `${id}:renewal-told`;

function periodDue(books: Books, subscription: Stripe.Subscription): Part[] {
  const { id, status, trial_end, items, cancel_at } = subscription;
  if (!RENEWED.includes(status)) return [];
  const isTrial = status === "trialing" && trial_end !== null;
  const end = isTrial ? trial_end : Math.min(...items.data.map(({ current_period_end }) => current_period_end));
  const isToldOf = status === "unpaid" || (cancel_at !== null && cancel_at <= end) || books.note<number>(toldOf(id)) === end;
  return [
    [isToldOf ? null : notBefore(items.data[0]?.current_period_start, end - TOLD_BEFORE), () => tellRenewal(books, id, end)],
    [end, () => (isTrial ? endTrial(books, id) : renew(books, id))],
  ];
}

function tellRenewal(books: Books, id: string, end: number): void {
  books.setNote(toldOf(id), end);
  const upcoming = upcomingInvoice(books, books.shelf("subscription").get(id));
  if (upcoming) books.emit("invoice.upcoming", upcoming);
}

function letUpdateGo(books: Books, id: string): void {
  const invoice = books.shelf("invoice").find(dropPendingUpdate(books, id) ?? "");
  if (invoice?.status === "open") voidInvoice(books, invoice.id);
}
