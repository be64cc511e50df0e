/** npm run bench:storm: a long storm of Stripe's events on two server processes, on a PostgreSQL of its own. MEMBERS, COPIES, SEED and KILL=0 vary it. */
import "./lib/require-node.mjs";
import { build } from "./lib/build.mjs";
import { prepare } from "./lib/prepare.mjs";
import { red, say, step } from "./lib/progress.mjs";
import { runNode } from "./lib/run-node.mjs";
import { isStopping, stopEverything, stopOnSignals } from "./lib/stopping.mjs";
import { postgresForTests } from "./lib/test-peers.mjs";

stopOnSignals(() => say("\n  Stopping …"), 1);
try {
  await prepare();
  await step("built", () => build(["programs", "piano"]));
  const { TEST_DATABASE_URL, TEST_TEMPLATE } = await step("PostgreSQL started and migrated", postgresForTests);
  const nameOf = (name) => Object.assign(new URL(TEST_DATABASE_URL), { pathname: `/${name}` }).toString();
  await copyDatabase(TEST_DATABASE_URL, TEST_TEMPLATE, "calm");
  say(await runNode("build/bench/storm.js", [], { DATABASE_URL: nameOf(TEST_TEMPLATE), CALM_DATABASE_URL: nameOf("calm") }));
  await stopEverything(0);
} catch (error) {
  if (!isStopping()) say(red(error.message));
  await stopEverything(1);
}

async function copyDatabase(admin, template, name) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await client.end();
}
