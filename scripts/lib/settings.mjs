import { join, resolve } from "node:path";
import { inRoot } from "./paths.mjs";
import { secretsIn } from "./secrets.mjs";

const LOOPBACK = "127.0.0.1";
const EVERYWHERE = new Set(["0.0.0.0", "::"]);

/** What a start goes by, read from the environment once. */
export function readSettings(env) {
  const production = env.NODE_ENV === "production";
  const ports = {
    web: Number(env.WEB_PORT ?? 3000),
    api: Number(env.API_PORT ?? 4000),
    sandbox: Number(env.SANDBOX_PORT ?? 4242),
    postgres: Number(env.EMBEDDED_PG_PORT ?? 54329),
  };
  const host = env.HOST ?? LOOPBACK;
  const local = (port) => `http://${EVERYWHERE.has(host) ? LOOPBACK : host.includes(":") ? `[${host}]` : host}:${port}`;
  return {
    dataFolder: resolve(env.DATA_DIR ?? inRoot(".data")),
    /** Production gets no secret, database, account or peer that nobody chose, unless it is a rehearsal. */
    forReal: production && env.REHEARSAL !== "1",
    ports,
    host,
    databaseUrl: env.DATABASE_URL || undefined,
    webUrl: env.WEB_URL ?? `http://localhost:${ports.web}`,
    apiUrl: env.API_URL ?? `http://localhost:${ports.api}`,
    sandboxUrl: `http://localhost:${ports.sandbox}`,
    ready: { api: `${local(ports.api)}/readyz`, web: `${local(ports.web)}/healthz`, sandbox: `${local(ports.sandbox)}/healthz` },
  };
}

/** The environment of the programs: what the person gave, and below it what this installation made for itself. */
export function programEnvironment(env, settings, databaseUrl) {
  if (settings.forReal) return { RUN_WORKER: "1", ...env };
  const { POSTGRES_PASSWORD: _, ...secrets } = secretsIn(settings.dataFolder);
  return {
    ...secrets,
    SENDGRID_API_KEY: "SG.sandbox",
    MAIL_FROM: "Etude <hello@etude.test>",
    SANDBOX_URL: settings.sandboxUrl,
    WEB_URL: settings.webUrl,
    API_URL: settings.apiUrl,
    HOST: settings.host,
    WEB_PORT: String(settings.ports.web),
    API_PORT: String(settings.ports.api),
    SANDBOX_PORT: String(settings.ports.sandbox),
    SANDBOX_DATA_DIR: join(settings.dataFolder, "sandbox"),
    RUN_WORKER: "1",
    ...env,
    DATABASE_URL: databaseUrl,
  };
}
