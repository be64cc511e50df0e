/** npm run check: what must hold besides the tests: lint with the import rules, types, generated files fresh, everything builds. */
import "./lib/require-node.mjs";
import { build } from "./lib/build.mjs";
import { emitSchema, expectFresh, generateTypedDocuments } from "./lib/generated.mjs";
import { prepare } from "./lib/prepare.mjs";
import { elapsed, green, red, say, step } from "./lib/progress.mjs";
import { runNode } from "./lib/run-node.mjs";
import { diffSinceLastMigration } from "./lib/schema-engine.mjs";
import { startTemporaryPostgres } from "./lib/temporary-postgres.mjs";

const TSC = "node_modules/typescript/bin/tsc";

const steps = {
  "schema.graphql is fresh": () => expectFresh(["schema.graphql"], emitSchema, "npm run schema"),
  "typed documents are fresh": () => expectFresh(["web/app/gql"], generateTypedDocuments, "npm run codegen"),
  "migrations lead to the schema": expectMigrated,
  "types of the server": () => runNode(TSC, ["--noEmit", "--pretty"]),
  "types of the web app": () => runNode(TSC, ["--noEmit", "--pretty", "--project", "web/tsconfig.json"]),
  "lint and import rules": () => runNode("node_modules/eslint/bin/eslint.js", [".", "--max-warnings=0"]),
  builds: build,
};

try {
  await prepare();
  for (const [name, work] of Object.entries(steps)) await step(name, work);
  say(green(`\n  All is well, in ${elapsed()}.`));
  process.exit(0); // the schema engine leaves a timer of ten seconds
} catch (error) {
  say(`\n${red(error.message)}`);
  process.exit(1);
}

async function expectMigrated() {
  const postgres = await startTemporaryPostgres();
  try {
    const sql = await diffSinceLastMigration(postgres.url("postgres"));
    if (sql) throw new Error(`The Prisma schema changed since the last migration. Make one with npm run db:diff NAME. It would be:\n${sql}`);
  } finally {
    await postgres.stop();
  }
}
