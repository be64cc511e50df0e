import type { Books } from "../../books";
import { allDue } from "./all-due";
import type { Due } from "./something-due";

/** More than this in one go is a loop, not time. */
const MOST = 100_000;

/** Brings to pass all that is due, each at its own instant and in order: by its customer's test clock, or by the sandbox's time. */
export function catchUp(books: Books): void {
  for (let count = 0; count < MOST; count += 1) {
    const next = earliest(allDue(books).filter(({ at, customer }) => at <= books.now(customer)));
    if (!next) return;
    books.at(next.at, () => next.happen());
  }
  throw new Error("Things fall due without end.");
}

/** The next instant, in seconds, at which something falls due by the sandbox's time; null when nothing will. Test clocks stand still by themselves. */
export function nextDue(books: Books): number | null {
  const isOnTestClock = ({ customer }: Due) => customer !== null && Boolean(books.shelf("customer").find(customer)?.test_clock);
  return earliest(allDue(books).filter((due) => !isOnTestClock(due)))?.at ?? null;
}

function earliest(due: readonly Due[]): Due | undefined {
  return due.reduce<Due | undefined>((first, one) => (first === undefined || one.at < first.at ? one : first), undefined);
}
