import type { Response } from "express";

import type { FaultMode } from "../../faults";
import type { Answered } from "./idempotency";

/** Failures that are answers of Stripe's; the 500 is remembered under the request's key, as Stripe does. */
export const FAILED_ANSWERS: Readonly<Partial<Record<FaultMode, Answered>>> = {
  "500": { status: 500, body: { error: { type: "api_error", message: "An unknown error occurred (a rehearsed failure of the sandbox)." } } },
  "429": { status: 429, body: { error: { type: "invalid_request_error", code: "rate_limit", message: "Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits." } } },
  "403": { status: 403, body: { error: { type: "invalid_request_error", message: "The provided key does not have the required permissions for this endpoint." } } },
};

/** What is no answer of Stripe's at all. */
export function failWithout(res: Response, mode: FaultMode): void {
  if (mode === "html") res.status(200).type("html").send("<!doctype html><title>Welcome</title><p>Please accept the terms of this network.</p>");
  if (mode === "reset") res.destroy();
}
