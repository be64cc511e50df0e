import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startSandbox } from "../sandbox/testing";
import { openDemoStripe } from "./demo-stripe";

const now = () => new Date();
const dataDir = mkdtempSync(join(tmpdir(), "etude-demo-"));
afterAll(() => rmSync(dataDir, { recursive: true }));

test("a Stripe that runs already, or whose clock was moved, is not one to buy in the past at", async () => {
  const running = await startSandbox({ dataDir });
  const { port, url } = running;
  const settings = { host: "127.0.0.1", port, dataDir, sandboxUrl: url, webUrl: "http://localhost:3000" };
  expect(await openDemoStripe(settings, now)).toBeNull();
  await running.stop();

  const untouched = await openDemoStripe(settings, now);
  expect(untouched?.url).toBe(url);
  await untouched?.stop();

  const moved = await startSandbox({ dataDir });
  await moved.pass(86_400);
  await moved.stop();
  expect(await openDemoStripe(settings, now)).toBeNull();
});
