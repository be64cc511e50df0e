import type { JobHandlers } from "../../../platform/jobs";
import { forgetOldEvents } from "../inbox/forget-old-events";
import { checkNightly } from "./check-nightly";
import { reconcile } from "./reconcile";

/** What billing does by the clock, every night. */
export const reconcileJobs: JobHandlers = {
  "billing.reconcile": async (ctx) => void (await reconcile(ctx)),
  "billing.check": (ctx) => checkNightly(ctx),
  "billing.forget-events": (ctx) => forgetOldEvents(ctx),
};
