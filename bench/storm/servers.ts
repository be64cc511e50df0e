import { type ChildProcess, spawn } from "node:child_process";

import { freePort } from "../../server/testing/free-port";

const STARTS_WITHIN_MS = 30_000;

export interface RunningServer {
  url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** One server process of the product, with its worker, as `npm run build` made it. */
export async function startServer(env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--enable-source-maps", "build/server/main.js"], {
    env: { PATH: process.env.PATH, ...env, API_PORT: String(port), RUN_WORKER: "1" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  await answers(`${url}/readyz`);
  return { url, kill: () => end(child, "SIGKILL"), stop: () => end(child, "SIGTERM") };
}

const end = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill(signal);
  });

async function answers(url: string): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < until) {
    if (await fetch(url).then((response) => response.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer within ${STARTS_WITHIN_MS / 1000} s`);
}
