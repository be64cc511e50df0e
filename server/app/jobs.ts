import { accountJobs } from "../modules/accounts";
import { billingJobs } from "../modules/billing";
import { messagingJobs } from "../modules/messaging";
import type { JobHandlers } from "../platform/jobs";
import type { Metrics } from "../platform/metrics";
import type { Timetable, WorkerOptions } from "../platform/worker";
import { contextForJob, type Parts } from "./create-context";

/** Every job that Etude knows, from the modules that own them. */
const handlers: JobHandlers = { ...messagingJobs, ...accountJobs, ...billingJobs };

/** What runs by the clock, in UTC. */
export const timetable: Timetable = {
  "billing.reconcile": { at: "17 2 * * *" },
  "accounts.cleanup": { at: "17 3 * * *" },
  "billing.check": { at: "47 3 * * *" },
  "messaging.cleanup": { at: "17 4 * * *" },
  "billing.forget-events": { at: "37 4 * * *" },
};

/** How the worker runs our jobs: each with a context of its own, counted, its failures logged by the worker. */
export function workerOptions(parts: Parts, metrics: Metrics): WorkerOptions {
  return {
    databaseUrl: parts.config.database.url,
    db: parts.db,
    handlers,
    timetable,
    log: parts.log,
    async runJob(name, payload) {
      try {
        await handlers[name]?.(contextForJob(parts, name), payload);
        metrics.jobs.inc({ job: name, outcome: "done" });
      } catch (error) {
        metrics.jobs.inc({ job: name, outcome: "failed" });
        throw error;
      }
    },
  };
}
