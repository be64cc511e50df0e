import { runStorm } from "./storm";

/** npm run bench:storm: a longer storm than the test's, and its figures. Needs DATABASE_URL of a migrated, empty database. */
async function main(): Promise<void> {
  const number = (name: string, without: number) => Number(process.env[name] ?? without);
  const databaseUrl = process.env.DATABASE_URL ?? "";
  const report = await runStorm({ databaseUrl, members: number("MEMBERS", 200), copies: number("COPIES", 3), seed: number("SEED", Date.now() % 1_000_000), kill: process.env.KILL !== "0" });
  const { held, expected, ...figures } = report;
  const equal = JSON.stringify(sorted(held)) === JSON.stringify(sorted(expected));
  console.log(JSON.stringify({ ...figures, equal }, null, 2));
  if (!equal || report.notOnce > 0) process.exitCode = 1;
}

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
