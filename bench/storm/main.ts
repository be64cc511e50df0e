import { writeFileSync } from "node:fs";

import { runStorm } from "./storm";

/**
 * npm run bench:storm: a longer storm than the test's, and its figures. Needs DATABASE_URL and CALM_DATABASE_URL of migrated, empty
 * databases; with REPORT the whole report is written to that file.
 */
async function main(): Promise<void> {
  const number = (name: string, without: number) => Number(process.env[name] ?? without);
  const databases = { databaseUrl: process.env.DATABASE_URL ?? "", calmDatabaseUrl: process.env.CALM_DATABASE_URL ?? "" };
  const report = await runStorm({ ...databases, members: number("MEMBERS", 200), copies: number("COPIES", 3), seed: number("SEED", Date.now() % 1_000_000), kill: process.env.KILL !== "0" });
  if (process.env.REPORT) writeFileSync(process.env.REPORT, JSON.stringify(report));
  const { held, expected, calm, ...figures } = report;
  const { mails: _, ...heldBesides } = held;
  const equal = isSame(heldBesides, expected) && isSame(held, calm);
  console.log(JSON.stringify({ ...figures, equal }, null, 2));
  if (!equal || report.notOnce > 0) process.exitCode = 1;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The same whatever order its keys came in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
