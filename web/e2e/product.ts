import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";

import { freePort } from "../../server/testing/free-port";
import { createTestDatabase } from "../../server/testing/test-database";

/** The whole product as `npm start` builds it, on free ports and a database of its own. */
export interface Product {
  webUrl: string;
  apiUrl: string;
  sandboxUrl: string;
  /** Makes somebody an administrator, as whoever runs the product does: at the database. */
  makeAdmin(email: string): Promise<void>;
  /** Ends every process and starts them anew on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const PROGRAMS = ["build/sandbox/main.js", "build/server/main.js", "build/web/server.js"];
const STARTS_WITHIN = 30_000;

export async function startProduct(): Promise<Product> {
  const [database, apiPort, webPort, sandboxPort] = await Promise.all([createTestDatabase(), freePort(), freePort(), freePort()]);
  const folder = mkdtempSync(path.join(tmpdir(), "etude-journey-"));
  const [webUrl, apiUrl, sandboxUrl] = [webPort, apiPort, sandboxPort].map((port) => `http://localhost:${port}`) as [string, string, string];
  const env = environment({ database: database.url, folder, webUrl, apiUrl, sandboxUrl });
  let children: ChildProcess[] = [];
  const begin = async () => {
    children = PROGRAMS.map((file) => start(file, env));
    await Promise.all([answers(`${sandboxUrl}/healthz`), answers(`${apiUrl}/readyz`), answers(`${webUrl}/healthz`)]);
  };
  const finish = () => Promise.all(children.map(end));
  await begin();
  return {
    webUrl,
    apiUrl,
    sandboxUrl,
    async makeAdmin(email) {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      await client.query("update app_user set role = 'ADMIN' where email = $1", [email]).finally(() => client.end());
    },
    async restart() {
      await finish();
      await begin();
    },
    async stop() {
      await finish();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Places {
  database: string;
  folder: string;
  webUrl: string;
  apiUrl: string;
  sandboxUrl: string;
}

const secretOf = (purpose: string) => `a secret for journeys only: ${purpose} 0123456789`;
const portOf = (url: string) => new URL(url).port;

const environment = ({ database, folder, webUrl, apiUrl, sandboxUrl }: Places): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_ENV: "development",
  HOST: "127.0.0.1",
  DATABASE_URL: database,
  WEB_PORT: portOf(webUrl),
  API_PORT: portOf(apiUrl),
  SANDBOX_PORT: portOf(sandboxUrl),
  WEB_URL: webUrl,
  API_URL: apiUrl,
  SANDBOX_URL: sandboxUrl,
  MAILBOX_URL: `${sandboxUrl}/mail`,
  SANDBOX_DATA_DIR: folder,
  JWT_SECRETS: secretOf("tokens"),
  QUESTION_SECRETS: secretOf("questions"),
  SEALING_SECRET: secretOf("mails"),
  WEB_PROXY_SECRET: secretOf("proxy"),
  STRIPE_SECRET_KEY: "sk_test_sandbox",
  STRIPE_WEBHOOK_SECRETS: "whsec_for_journeys_only_0123456789",
  RUN_WORKER: "1",
  LOG_LEVEL: "warn",
});

function start(file: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, ["--enable-source-maps", file], { env, stdio: ["ignore", "inherit", "inherit"] });
  child.on("exit", (code) => void (code && console.error(`${file} ended with ${code}`)));
  return child;
}

const end = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });

async function answers(url: string): Promise<void> {
  const until = Date.now() + STARTS_WITHIN;
  while (Date.now() < until) {
    if (await fetch(url).then((response) => response.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${STARTS_WITHIN / 1000} s`);
}
