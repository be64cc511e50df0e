import "reflect-metadata";
import { cronItems } from "../platform/worker";
import { timetable } from "./jobs";

test("what runs by the clock is tried three times, not for two days: it comes again the next night", () => {
  const items = cronItems(timetable);
  expect(items.map(({ task }) => task)).toContain("billing.reconcile");
  expect(items.map(({ options }) => options.maxAttempts)).toEqual(items.map(() => 3));
});
