/** Handing a mail over is tried this often. With the worker's growing waits that is about three and a half hours. */
export const DELIVERY_ATTEMPTS = 10;

/** Handing over is limited to 10 s; whoever has claimed a message and shows no result after this (milliseconds) has died. */
export const CLAIM_LIFE = 60_000;

export type FinalState = "SENT" | "REJECTED" | "FAILED";

/** Where a message stands after its `attempts`-th handover; WAITING is to be tried again. */
export function stateAfter(outcome: "accepted" | "rejected" | "failed", attempts: number): FinalState | "WAITING" {
  if (outcome === "accepted") return "SENT";
  if (outcome === "rejected") return "REJECTED";
  return attempts >= DELIVERY_ATTEMPTS ? "FAILED" : "WAITING";
}
