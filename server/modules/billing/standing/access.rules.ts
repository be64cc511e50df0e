/** What of a subscription decides who may use premium, and until when. */
export interface Terms {
  /** Stripe's own word, also one that we don't know. */
  status: string;
  currentPeriodStart: Date | null;
  currentPeriodEnd: Date | null;
  cancelAt: Date | null;
  cancelAtPeriodEnd: boolean;
  pastDueSince: Date | null;
  revokedAt: Date | null;
}

const DAY = 24 * 60 * 60 * 1000;
/** A renewal's webhook may be late: somebody who pays loses nothing by it. */
const GRACE_AFTER_PERIOD = 3 * DAY;
/** A payment that is missing leaves premium this long, from when the invoice was due. */
export const GRACE_WHEN_PAST_DUE = 7 * DAY;

const RUNNING: readonly string[] = ["trialing", "active"];
/** Stripe's words for a subscription that is over for good. Every other one, also one we don't know, may yet take money. */
export const OVER: readonly string[] = ["canceled", "incomplete_expired"];
/** A first payment that was never made: it goes away by itself within a day, or becomes a running one. */
const BEGINNING = "incomplete";

/** Every word that we know. */
const KNOWN: readonly string[] = [...RUNNING, ...OVER, BEGINNING, "past_due", "unpaid", "paused"];

export const isKnown = (status: string): boolean => KNOWN.includes(status);

export const isOver = (status: string): boolean => OVER.includes(status);

/** Whether it takes money, or may again: there is at most one such for a person. */
export const isLive = (status: string): boolean => !isOver(status) && status !== BEGINNING;

export const isRunning = (status: string): boolean => RUNNING.includes(status);

/** Stripe says in either of two ways that a subscription will end. */
export const isCancelling = ({ cancelAt, cancelAtPeriodEnd }: Pick<Terms, "cancelAt" | "cancelAtPeriodEnd">): boolean => cancelAtPeriodEnd || cancelAt !== null;

/** When a cancelled subscription ends; null for one that isn't cancelled. */
export const endOf = ({ cancelAt, cancelAtPeriodEnd, currentPeriodEnd }: Pick<Terms, "cancelAt" | "cancelAtPeriodEnd" | "currentPeriodEnd">): Date | null =>
  cancelAt ?? (cancelAtPeriodEnd ? currentPeriodEnd : null);

/** Whether it ends with what is paid now: one that Stripe was told to end in some months takes more payments until then. */
export const isLeaving = (terms: Pick<Terms, "cancelAt" | "cancelAtPeriodEnd" | "currentPeriodEnd">): boolean => {
  const end = endOf(terms);
  return end !== null && (terms.currentPeriodEnd === null || end <= terms.currentPeriodEnd);
};

const earlier = (one: Date | null, other: Date | null): Date | null => (one && other ? (one < other ? one : other) : (one ?? other));
const after = (instant: Date, duration: number) => new Date(instant.getTime() + duration);

/**
 * Until when a subscription gives premium; null: not at all. While it runs, three days beyond what is paid; cancelled, exactly
 * to its end; with a payment missing, seven days from when that was due. Money that went back ends it at once. A status we don't
 * know gives nothing (docs/decisions/0010-billing.md).
 */
export function accessUntil(terms: Terms): Date | null {
  if (terms.revokedAt) return null;
  if (isRunning(terms.status)) return earlier(endOf(terms), terms.currentPeriodEnd && after(terms.currentPeriodEnd, GRACE_AFTER_PERIOD));
  if (terms.status !== "past_due") return null;
  const since = terms.pastDueSince ?? terms.currentPeriodStart;
  return since && after(since, GRACE_WHEN_PAST_DUE);
}
