import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { databasePlace, forgetData } from "./database-place.mjs";
import { migrate } from "./migrate.mjs";
import { isFree } from "./ports.mjs";
import { endLeftover, portOfRunning, startPostgres } from "./postgres.mjs";
import { step } from "./progress.mjs";
import { claim } from "./running.mjs";
import { secretsIn } from "./secrets.mjs";
import { keepForStopping } from "./stopping.mjs";

const PATIENCE_AFTER_CRASH_MS = 12_000;

/** Takes hold of the data folder and makes sure that every port is free; with `fresh` forgets all data. Before any long work, so that what bars the way is told at once. */
export async function claimMachine(settings, fresh) {
  if (fresh && settings.databaseUrl) throw new Error("--fresh empties only the embedded database. Empty the one of DATABASE_URL yourself, or start without it.");
  const { release, afterCrash } = claim(settings);
  keepForStopping({ stop: async () => release(), kill: release });
  if (!settings.databaseUrl && !settings.forReal) await endLeftover(databasePlace(settings.dataFolder));
  if (fresh) forgetData(settings.dataFolder);
  await demandFreePorts(settings, afterCrash ? PATIENCE_AFTER_CRASH_MS : 0);
}

/** The database of DATABASE_URL or the embedded one, up to date. In production nothing is embedded that nobody chose: the server will name what is missing. */
export async function openDatabase(settings) {
  if (settings.databaseUrl) {
    await step("database migrated", () => migrate(settings.databaseUrl));
    return { url: settings.databaseUrl };
  }
  if (settings.forReal) return {};
  const place = databasePlace(settings.dataFolder);
  const password = secretsIn(settings.dataFolder).POSTGRES_PASSWORD;
  const server = await step("PostgreSQL started", async () => keepForStopping(await startPostgres({ folder: place, port: settings.ports.postgres, password })));
  await step("database migrated", async () => {
    await makeDatabase(server);
    await migrate(server.url("etude")).catch((error) => {
      throw new Error(`${error.message}\n\nThe data in ${place} can't be brought up to date. npm start -- --fresh begins anew, without it.`);
    });
  });
  await freeJobs(server);
  return { url: server.url("etude"), place, server };
}

/** Where a database is already: that of DATABASE_URL, or the embedded one that npm start runs now. */
export function runningDatabaseUrl({ databaseUrl, forReal, dataFolder }) {
  if (databaseUrl) return databaseUrl;
  const port = !forReal && existsSync(dataFolder) ? portOfRunning(databasePlace(dataFolder)) : undefined;
  if (port === undefined) throw new Error("There is no database to look at: run npm start beside this (with the same DATA_DIR), or give DATABASE_URL.");
  return `postgresql://etude:${secretsIn(dataFolder).POSTGRES_PASSWORD}@127.0.0.1:${port}/etude`;
}

/** Whether nobody has an account yet: then, and only then, the demo accounts are made. */
export async function hasNobody(databaseUrl) {
  return withClient(databaseUrl, async (client) => (await client.query("SELECT NOT EXISTS (SELECT FROM app_user) AS nobody")).rows[0].nobody);
}

/** Jobs that a killed worker had taken wait four hours to be taken again. Nobody but this start works on an embedded database, so they are free now. */
const freeJobs = (server) =>
  withClient(server.url("etude"), (client) =>
    client.query("select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs where locked_by is not null having count(*) > 0"),
  );

const makeDatabase = (server) =>
  withClient(server.url("postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'etude'");
    if (rowCount === 0) await client.query("CREATE DATABASE etude");
  });

async function withClient(databaseUrl, use) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function demandFreePorts(settings, patienceMs) {
  const { web, api, sandbox, postgres } = settings.ports;
  const wanted = [
    { port: web, name: "the web app", variable: "WEB_PORT", host: settings.host },
    { port: api, name: "the API", variable: "API_PORT", host: settings.host },
    ...(settings.forReal ? [] : [{ port: sandbox, name: "the sandbox", variable: "SANDBOX_PORT", host: settings.sandboxHost }]),
    ...(settings.forReal || settings.databaseUrl ? [] : [{ port: postgres, name: "PostgreSQL", variable: "EMBEDDED_PG_PORT", host: "127.0.0.1" }]),
  ];
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const free = await Promise.all(wanted.map(({ port, host }) => isFree(port, host)));
    const taken = wanted.filter((_, index) => !free[index]);
    if (taken.length === 0) return;
    if (Date.now() > deadline) throw new Error(taken.map(refusalOf).join("\n"));
    await sleep(200);
  }
}

const refusalOf = ({ port, name, variable }) =>
  `Port ${port}, for ${name}, is taken by another program. Stop that, or choose another port: ${variable}=${port === 65535 ? 20000 : port + 1} npm start`;
