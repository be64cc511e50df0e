/** npm run billing:check [-- --sync]: says whether all of billing is as it must be, in the database of DATABASE_URL or of the running npm start; --sync compares everything with Stripe first. */
import "./lib/require-node.mjs";
import { build } from "./lib/build.mjs";
import { prepare } from "./lib/prepare.mjs";
import { runningDatabaseUrl } from "./lib/product.mjs";
import { red, say } from "./lib/progress.mjs";
import { sandboxOfRunning } from "./lib/running.mjs";
import { showNode } from "./lib/run-node.mjs";
import { programEnvironment, readSettings } from "./lib/settings.mjs";

const options = process.argv.slice(2);
try {
  const unknown = options.find((option) => option !== "--sync");
  if (unknown) throw new Error(`There is no option ${unknown}, only --sync.`);
  const told = readSettings(process.env);
  const settings = process.env.SANDBOX_URL || process.env.SANDBOX_PORT ? told : { ...told, ...sandboxOfRunning(told.dataFolder) };
  const databaseUrl = runningDatabaseUrl(settings);
  await prepare();
  await build(["programs"]);
  const logs = { LOG_LEVEL: "error", LOG_PRETTY: "1" };
  process.exitCode = await showNode("build/server/billing-check.js", options, programEnvironment({ ...logs, ...process.env }, settings, databaseUrl));
} catch (error) {
  say(red(error.message));
  process.exitCode = 1;
}
