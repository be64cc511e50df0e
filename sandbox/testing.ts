import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createSandbox } from "./create-sandbox";

/** A sandbox on a port of its own; without `dataDir` its mails go when it stops. */
export async function startSandbox(dataDir?: string) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "etude-sandbox-"));
  const server = createSandbox({ dataDir: folder }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dataDir: folder,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      if (!dataDir) rmSync(folder, { recursive: true });
    },
  };
}

/** Calls with JSON, as scripts do. */
export const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: typeof body === "string" ? body : JSON.stringify(body) });
