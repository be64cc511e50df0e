import { readSettings } from "../sandbox/settings";
import { readConfig } from "../server/platform/config";
import { type DemoStripe, openDemoStripe } from "./demo-stripe";
import { makeDemoWorld } from "./make-demo-world";

const config = readConfig(process.env);

/** The sandbox is the one to buy at, unless there is a key of Stripe's own. */
async function openStripe(now: () => Date): Promise<DemoStripe | null> {
  const sandbox = readSettings(process.env);
  return config.stripe.apiBase === sandbox.sandboxUrl ? openDemoStripe(sandbox, now) : null;
}

makeDemoWorld(config, openStripe).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
