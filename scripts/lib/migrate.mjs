import { applyMigrations } from "./schema-engine.mjs";

/** Brings a database up to date: our tables, and graphile-worker's, whose add_job our transactions call. Tells the names of our migrations that were missing. */
export async function migrate(databaseUrl) {
  const applied = await applyMigrations(databaseUrl);
  const { runMigrations, Logger } = await import("graphile-worker");
  await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => {}) });
  return applied;
}
