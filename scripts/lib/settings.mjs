import { join, resolve } from "node:path";
import { inRoot } from "./paths.mjs";
import { secretsIn } from "./secrets.mjs";

const LOOPBACK = "127.0.0.1";
const LOOPBACKS = new Set([LOOPBACK, "localhost", "::1"]);
const EVERYWHERE = new Set(["0.0.0.0", "::"]);

/** What a start goes by, read from the environment once. */
export function readSettings(env) {
  const ports = portsIn(env);
  const host = env.HOST ?? LOOPBACK;
  const dataFolder = resolve(env.DATA_DIR ?? inRoot(".data"));
  /** Whoever reaches the sandbox reads every mail, so it stays on this machine. */
  const sandboxHost = LOOPBACKS.has(host) ? host : LOOPBACK;
  return {
    dataFolder,
    /** Production gets no secret, database, account or peer that nobody chose, unless it is a rehearsal. */
    forReal: env.NODE_ENV === "production" && env.REHEARSAL !== "1",
    ports,
    host,
    sandboxHost,
    databaseUrl: env.DATABASE_URL || undefined,
    webUrl: env.WEB_URL ?? `http://localhost:${ports.web}`,
    apiUrl: env.API_URL ?? `http://localhost:${ports.api}`,
    sandboxUrl: env.SANDBOX_URL ?? `http://localhost:${ports.sandbox}`,
    logFolder: join(dataFolder, "log"),
    ready: { api: `${origin(host, ports.api)}/readyz`, web: `${origin(host, ports.web)}/healthz`, sandbox: `${origin(sandboxHost, ports.sandbox)}/healthz` },
  };
}

/** How this machine reaches what listens on a host. */
function origin(host, port) {
  const name = EVERYWHERE.has(host) ? LOOPBACK : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

const portsIn = ({ WEB_PORT = 3000, API_PORT = 4000, SANDBOX_PORT = 4242, EMBEDDED_PG_PORT = 54329 }) => ({
  web: Number(WEB_PORT),
  api: Number(API_PORT),
  sandbox: Number(SANDBOX_PORT),
  postgres: Number(EMBEDDED_PG_PORT),
});

/** The programs in the order of their start, each with the address that says when it is ready. The sandbox is no part of a real production. */
export function programsOf({ forReal, ready, sandboxHost }) {
  const sandbox = { name: "sandbox", program: "build/sandbox/main.js", readyUrl: ready.sandbox, own: { HOST: sandboxHost } };
  const api = { name: "api", program: "build/server/main.js", readyUrl: ready.api };
  const web = { name: "web", program: "build/web/server.js", readyUrl: ready.web };
  return forReal ? [api, web] : [sandbox, api, web];
}

/** The environment of the programs: what the person gave, and below it what this installation made for itself. */
export function programEnvironment(env, settings, databaseUrl) {
  if (settings.forReal) return { RUN_WORKER: "1", ...env };
  const { POSTGRES_PASSWORD, ...secrets } = secretsIn(settings.dataFolder); // the password is in the database's URL
  return {
    ...secrets,
    SENDGRID_API_KEY: "SG.sandbox",
    STRIPE_SECRET_KEY: "sk_test_sandbox",
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
