import { createServer } from "node:http";

import { createSandbox } from "./create-sandbox";
import { readSettings } from "./settings";

/** Calls under way have this long (milliseconds) to end. */
const PATIENCE = 2000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const sandbox = createSandbox(settings);
  const server = createServer(sandbox.app);
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(settings.port, settings.host, resolve));
  console.log(`Sandbox ready on http://localhost:${settings.port} (mailbox: /mail, Stripe: /stripe)`);

  const stop = () => {
    void sandbox.stop();
    server.close();
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
