import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { startGuarded } from "./guarded.mjs";
import { migrate } from "./migrate.mjs";
import { freePort } from "./ports.mjs";
import { keepForStopping } from "./stopping.mjs";
import { startTemporaryPostgres } from "./temporary-postgres.mjs";

const TEMPLATE = "etude_template";
const CHROMIUMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CHROMIUM_ON_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** A PostgreSQL for tests, with a migrated database that they copy. Gives the variables by which tests find both. */
export async function postgresForTests() {
  const server = keepForStopping(await startTemporaryPostgres());
  const { default: pg } = await import("pg");
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(server.url(TEMPLATE));
  return { TEST_DATABASE_URL: server.url("postgres"), TEST_TEMPLATE: TEMPLATE };
}

/** A Redis for tests that keeps nothing, where this machine has one; else no variable. */
export async function redisForTests() {
  const program = onPath(["redis-server"]);
  if (!program) return {};
  const port = await freePort();
  const args = ["--bind", "127.0.0.1", "--port", String(port), "--save", "", "--appendonly", "no"];
  keepForStopping(await startGuarded({ program, args, stopSignal: "SIGTERM", readyText: "Ready to accept connections" }));
  return { TEST_REDIS_URL: `redis://127.0.0.1:${port}` };
}

/** A Chromium that is here: CHROMIUM_PATH, or the first by its usual names. */
export function chromiumForTests() {
  const found = process.env.CHROMIUM_PATH || onPath(CHROMIUMS) || (existsSync(CHROMIUM_ON_MAC) ? CHROMIUM_ON_MAC : undefined);
  return found ? { CHROMIUM_PATH: found } : {};
}

function onPath(names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
