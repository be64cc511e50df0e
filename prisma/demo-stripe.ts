import { once } from "node:events";
import { createServer } from "node:http";

import { createSandbox } from "../sandbox/create-sandbox";
import type { Settings } from "../sandbox/settings";

/** The local Stripe while the demo world is made, by the demo world's clock. */
export interface DemoStripe {
  url: string;
  /** Brings to pass what is due by now. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** On the data and at the address that it will have afterwards. Null where it has a time of its own: it runs already, or its clock was moved. */
export async function openDemoStripe({ host, port, dataDir, sandboxUrl, webUrl }: Settings, now: () => Date): Promise<DemoStripe | null> {
  const server = createServer();
  try {
    await once(server.listen(port, host), "listening");
  } catch {
    return null;
  }
  const sandbox = createSandbox({ dataDir, sandboxUrl, webUrl, now });
  server.on("request", sandbox.app);
  const stop = async () => {
    await sandbox.stop();
    server.closeAllConnections();
    server.close();
  };
  if (sandbox.stripe.books.offset === 0) return { url: sandboxUrl, settled: () => sandbox.stripe.settled(), stop };
  await stop();
  return null;
}
