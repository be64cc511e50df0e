import type Stripe from "stripe";

import { idOf, invalid, type Books } from "../../books";
import { DAY } from "../calendar";
import { deleteCustomer } from "../calls/customers";
import { catchUp } from "./catch-up";

const KEPT_FOR = 30 * DAY;
/** Stripe moves a clock by two periods of its shortest subscription at most; this one just keeps mistakes of units out. */
const FARTHEST = 4 * 366 * DAY;

export function createClock(books: Books, { frozen_time, name }: Stripe.TestHelpers.TestClockCreateParams): Stripe.TestHelpers.TestClock {
  const now = books.now();
  const clock: Stripe.TestHelpers.TestClock = {
    id: books.newId("clock"),
    object: "test_helpers.test_clock",
    created: now,
    deletes_after: now + KEPT_FOR,
    frozen_time,
    livemode: false,
    name: name ?? null,
    status: "ready",
    status_details: {},
  };
  return books.create("test_helpers.test_clock", clock, "test_helpers.test_clock.created");
}

/** Moves a clock forward: all that falls due for its customers on the way comes to pass before this returns. The answer is the clock as it set out, as Stripe's is. */
export function advanceClock(books: Books, id: string, { frozen_time }: Stripe.TestHelpers.TestClockAdvanceParams): Stripe.TestHelpers.TestClock {
  const clock = books.shelf("test_helpers.test_clock").get(id);
  if (frozen_time <= clock.frozen_time) throw invalid("The new frozen time must be after the clock's current frozen time.", { param: "frozen_time" });
  if (frozen_time - clock.frozen_time > FARTHEST) throw invalid("The new frozen time is too far in the future.", { param: "frozen_time" });
  const setOut = books.change("test_helpers.test_clock", id, { frozen_time, status: "advancing", status_details: { advancing: { target_frozen_time: frozen_time } } }, "test_helpers.test_clock.advancing");
  books.atomically(() => catchUp(books), null); // What time does is nobody's request.
  books.change("test_helpers.test_clock", id, { status: "ready", status_details: {} }, "test_helpers.test_clock.ready");
  return setOut;
}

/** Removes a clock and, as Stripe does, all the customers that stand on it. */
export function deleteClock(books: Books, id: string): void {
  books.shelf("test_helpers.test_clock").get(id);
  for (const customer of books.shelf("customer").all()) if (idOf(customer.test_clock) === id) deleteCustomer(books, customer.id);
  books.remove("test_helpers.test_clock", id, "test_helpers.test_clock.deleted");
}
