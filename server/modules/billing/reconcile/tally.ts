import { PaymentsUnavailable } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";

/** So many calls in a row that Stripe doesn't answer: it is down, and going on would only take hours to find the same. */
const GIVE_UP_AFTER = 10;

export interface Tally {
  /** What was done, by kind. */
  readonly done: Record<"customers" | "events" | "checkouts", number>;
  readonly failures: readonly string[];
  /** Of them the customers, each of whom is looked at once more by itself. */
  readonly failedCustomers: string[];
  /** Does one piece of work. When it fails, that is noted and logged, and the others go on; unless Stripe is down. */
  attempt(subject: string, work: () => Promise<unknown>): Promise<void>;
}

/** Counts what a long piece of work has done, and what of it failed. */
export function newTally(ctx: Context): Tally {
  const failures: string[] = [];
  let unanswered = 0;

  const succeeded = () => void (unanswered = 0);
  const failed = (subject: string, error: unknown) => {
    ctx.log.error({ err: error, subject }, "a part of the reconciliation failed");
    failures.push(subject);
    unanswered = error instanceof PaymentsUnavailable ? unanswered + 1 : 0;
    if (unanswered >= GIVE_UP_AFTER) throw error;
  };
  return { done: { customers: 0, events: 0, checkouts: 0 }, failures, failedCustomers: [], attempt: (subject, work) => work().then(succeeded, (error: unknown) => failed(subject, error)) };
}

const LANES = 4;

/** Does `work` for each item, four at a time. Fails once all are through when the items could not be told to their end. */
export async function inLanes<Item>(items: AsyncIterable<Item>, work: (item: Item) => Promise<void>): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  const lane = async () => {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) await work(next.value);
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const lane of ended) if (lane.status === "rejected") throw lane.reason;
}
