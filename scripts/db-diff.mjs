/** npm run db:diff NAME: writes the migration that leads from the last one to the Prisma schema as it is now, once it has run on an empty database. */
import { relative } from "node:path";
import { migrations, writeMigration } from "./lib/migrations.mjs";
import { ROOT } from "./lib/paths.mjs";
import { applyMigrations, diffSinceLastMigration } from "./lib/schema-engine.mjs";
import { startTemporaryPostgres } from "./lib/temporary-postgres.mjs";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Name the change in lower case, for example: npm run db:diff add_streaks");
  process.exit(1);
}
const postgres = await startTemporaryPostgres();
try {
  const sql = await diffSinceLastMigration(postgres.url("postgres"));
  if (sql) await applyMigrations(postgres.url("postgres"), [...migrations(), { name: `99999999999999_${name}`, sql }]);
  console.log(sql ? `Wrote ${relative(ROOT, writeMigration(name, sql))}. Read its SQL before you commit it.` : "The last migration already leads to this schema.");
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await postgres.stop();
}
