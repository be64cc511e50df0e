import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { startSandbox } from "../testing";

const STRIPE = resolve(__dirname, "../../node_modules/.bin/stripe");

/** Seconds after which all has come of a call that comes of it without anybody's doing. */
const WHILE = 300;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let home: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  home = mkdtempSync(join(tmpdir(), "etude-stripe-cli-"));
});
afterAll(async () => {
  rmSync(home, { recursive: true });
  await sandbox.stop();
});

/** Runs `stripe trigger` and resolves with what it said, and with the types of the events that came of it. */
async function trigger(event: string): Promise<{ code: number | null; said: string; events: string[] }> {
  const before = sandbox.stripe.shelf("event").all().length;
  const args = ["trigger", event, "--api-base", sandbox.url, "--api-key", "sk_test_commandline000000"];
  const child = spawn(STRIPE, args, { env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, STRIPE_CLI_TELEMETRY_OPTOUT: "1" } });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  await sandbox.pass(WHILE); // Debits end after some minutes, and a short trial's end is told by the next look.
  const all = sandbox.stripe.shelf("event").all();
  return { code, said, events: all.slice(0, all.length - before).map(({ type }) => type) };
}

test("Stripe's command line is installed for this machine", () => {
  expect(existsSync(STRIPE)).toBe(true);
});

const TRIGGERS = [
  "customer.subscription.created",
  "customer.subscription.deleted",
  "customer.subscription.trial_will_end",
  "checkout.session.completed",
  "checkout.session.async_payment_failed",
  "invoice.paid",
  "invoice.payment_failed",
  "invoice.payment_action_required",
  "charge.refunded",
  "charge.dispute.created",
  "charge.dispute.closed",
  "payment_intent.payment_failed",
  "promotion_code.created",
];

test.each(TRIGGERS)("stripe trigger %s", async (event) => {
  const { code, said, events } = await trigger(event);
  expect({ code, said: code === 0 ? "" : said }).toEqual({ code: 0, said: "" });
  expect(said).toContain("Trigger succeeded");
  expect(events).toContain(event);
}, 60_000);
