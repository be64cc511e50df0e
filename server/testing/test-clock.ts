import { after, type Clock } from "../platform/clock";

/** A Monday morning. Time stands still until a test moves it. */
const BEGINNING = new Date("2026-03-02T10:00:00.000Z");

export interface TestClock extends Clock {
  forward(duration: number): void;
  set(instant: Date): void;
}

export function testClock(): TestClock {
  let instant = BEGINNING;
  return {
    now: () => instant,
    forward: (duration) => void (instant = after(instant, duration)),
    set: (next) => void (instant = next),
  };
}
