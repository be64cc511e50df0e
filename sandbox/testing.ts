import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createSandbox } from "./create-sandbox";
import type { FaultMode } from "./faults";
import type { Webhook } from "./stripe/webhooks/endpoints";

export interface StartOptions {
  /** Kept when the sandbox stops; without it everything goes. */
  dataDir?: string;
  /** The wall clock. */
  now?: () => Date;
  /** Where Stripe's events go; without it, nowhere. */
  webhook?: Webhook;
  webUrl?: string;
  /** For tests of the sandbox's own mistakes: stopping does not complain of them. */
  mayErr?: boolean;
}

/** What is said in the place of the sandbox. */
export interface Said {
  status: number;
  body: object;
}

export type Between = (call: { method: string; path: string }) => Said | null | Promise<Said | null>;

/** What Stripe says of something that it does not know. */
export const noSuchThing = (message: string): Said => ({ status: 404, body: { error: { type: "invalid_request_error", code: "resource_missing", message } } });

/** What Stripe says where it won't. */
export const refusedBecause = (message: string, code?: string): Said => ({ status: 400, body: { error: { type: "invalid_request_error", message, ...(code && { code }) } } });

/** A sandbox on a port of its own. Stopping it throws when it made a mistake meanwhile: an answer or an event that Stripe would not send. */
export async function startSandbox({ dataDir, now, webhook, webUrl = "http://localhost:3000", mayErr = false }: StartOptions = {}) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "etude-sandbox-"));
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  let between: Between = () => null;
  const sandbox = createSandbox({ dataDir: folder, now, webhook, webUrl, sandboxUrl: url });
  server.on("request", async (req, res) => {
    const said = await between({ method: req.method ?? "", path: req.url ?? "" });
    if (!said) return sandbox.app(req, res);
    res.writeHead(said.status, { "content-type": "application/json" }).end(JSON.stringify(said.body));
  });
  return {
    url,
    port,
    dataDir: folder,
    /** What this Stripe knows. Its changes go through `books.atomically`. */
    stripe: sandbox.stripe.books,
    deliveries: sandbox.stripe.deliveries,
    mistakes: sandbox.stripe.mistakes,
    /** Makes the next `count` calls to Stripe's API fail, of those whose path begins so. */
    fail: (mode: FaultMode, { count = 1, path = "/" }: { count?: number; path?: string } = {}) => post(`${url}/sandbox/faults`, { service: "stripe", mode, count, path }),
    /** Asked before each call from now on: null lets it through, anything else is said in its place. For what this Stripe itself would not say, and for what happens just before a call. */
    interpose: (asked: Between) => void (between = asked),
    /** Moves the time of all that stands on no test clock, and resolves when all that was due is done and told. */
    async pass(seconds: number) {
      sandbox.stripe.books.advance(seconds);
      await sandbox.stripe.settled();
    },
    /** Brings to pass what is due, and resolves when no webhook is under way or due by now. */
    settled: () => sandbox.stripe.settled(),
    async stop() {
      await sandbox.stop();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      if (!dataDir) rmSync(folder, { recursive: true });
      if (!mayErr && sandbox.stripe.mistakes.length > 0) throw new Error(`The sandbox made mistakes: ${sandbox.stripe.mistakes.join("; ")}`);
    },
  };
}

/** Calls with JSON, as scripts do. */
export const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: typeof body === "string" ? body : JSON.stringify(body) });
