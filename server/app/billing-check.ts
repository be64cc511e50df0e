import { checkBilling, type Finding, reconcile } from "../modules/billing";
import { ConfigError, readConfig } from "../platform/config";
import type { Context } from "../platform/context";
import { createParts } from "./create-app";
import { contextForJob } from "./create-context";

export interface BillingReport {
  /** For people: one for each invariant. */
  lines: string[];
  isBroken: boolean;
}

/** How billing stands, invariant by invariant; with `sync` all of it is compared with Stripe first. */
export async function billingReport(ctx: Context, { sync }: { sync: boolean }): Promise<BillingReport> {
  const failure = sync ? await reconcile(ctx).then(failureOf, messageOf) : null;
  const findings = await checkBilling(ctx);
  const lines = findings.map(lineOf);
  return { lines: failure ? [`${BROKEN}${failure}`, ...lines] : lines, isBroken: failure !== null || findings.some(({ isBroken }) => isBroken) };
}

const FINE = "ok      ";
const NOTICE = "look    ";
const BROKEN = "broken  ";

const failureOf = ({ failedCustomers }: { failedCustomers: readonly string[] }): string | null =>
  failedCustomers.length === 0 ? null : `${failedCustomers.length} customers could not be compared with Stripe, and will be tried again: ${failedCustomers.slice(0, 10).join(", ")}.`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function lineOf({ sentence, count, examples, isBroken }: Finding): string {
  const more = count > examples.length ? ", …" : "";
  const which = count > 0 ? ` Not so for ${count}: ${examples.join(", ")}${more}` : "";
  return `${isBroken ? BROKEN : count > 0 ? NOTICE : FINE}${sentence}${which}`;
}

/** Prints the report of the database that the environment names, and leaves 1 as the exit code when something is broken. */
export async function printBillingCheck(environment: NodeJS.ProcessEnv, options: { sync: boolean }): Promise<void> {
  try {
    const { parts, redis } = createParts(readConfig(environment));
    try {
      const { lines, isBroken } = await billingReport(contextForJob(parts, "billing.check"), options);
      console.log(lines.join("\n"));
      if (isBroken) process.exitCode = 1;
    } finally {
      redis?.disconnect();
      await parts.db.$disconnect();
    }
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exitCode = 1;
  }
}
