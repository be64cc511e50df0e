/** npm test [-- jest's arguments]: every test there is, on a PostgreSQL of its own; names and counts what this machine can't run. */
import "./lib/require-node.mjs";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./lib/build.mjs";
import { notRunHere } from "./lib/not-run.mjs";
import { inRoot } from "./lib/paths.mjs";
import { prepare } from "./lib/prepare.mjs";
import { red, say, step } from "./lib/progress.mjs";
import { keepForStopping, isStopping, stopEverything, stopOnSignals } from "./lib/stopping.mjs";
import { chromiumForTests, postgresForTests, redisForTests } from "./lib/test-peers.mjs";

const JEST = inRoot("node_modules/jest/bin/jest.js");
const args = process.argv.slice(2);

stopOnSignals(() => say("\n  Stopping …"), 1);
try {
  await stopEverything((await test()) ? 0 : 1);
} catch (error) {
  if (!isStopping()) say(red(error.message));
  await stopEverything(1);
}

async function test() {
  await prepare();
  const files = testFiles();
  const chromium = chromiumForTests();
  const journeys = files.some((file) => file.includes("/web/e2e/")) && chromium.CHROMIUM_PATH !== undefined;
  const storms = files.some((file) => file.includes("/bench/"));
  const [postgres, redis] = await Promise.all([
    step("PostgreSQL started, template migrated", postgresForTests),
    redisForTests(),
    journeys ? step("built", build) : storms && step("built", () => build(["programs", "piano"])),
  ]);
  const env = { ...process.env, ...postgres, ...redis, ...chromium, NODE_ENV: "test" };
  const counts = await runJest(env, chromium.CHROMIUM_PATH ? [] : ["--selectProjects", "server", "web", "storms", ...(files.length > 0 ? ["--passWithNoTests"] : [])]);
  return !isStopping() && conclude(counts, notRunHere(files, env));
}

/** The files that jest would run for these arguments. */
function testFiles() {
  return execFileSync(process.execPath, [JEST, "--listTests", ...args], { cwd: inRoot(), encoding: "utf8" }).trim().split("\n").filter(Boolean);
}

async function runJest(env, selection) {
  const folder = mkdtempSync(join(tmpdir(), "etude-tests-"));
  const report = join(folder, "report.json");
  try {
    const options = JSON.stringify({ cwd: inRoot(), stopSignal: "SIGKILL" });
    const command = [process.execPath, JEST, ...args, "--json", `--outputFile=${report}`, ...selection];
    const jest = spawn(process.execPath, [inRoot("scripts/lib/guard.mjs"), options, ...command], { env, stdio: ["ignore", "ignore", "inherit", "ipc"], detached: true });
    const ended = new Promise((resolve) => jest.on("exit", (code) => resolve(code)));
    const kill = () => jest.connected && jest.disconnect();
    keepForStopping({ stop: async () => void (kill(), await ended), kill });
    const code = await ended;
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: numPendingTests + numTodoTests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says what was not run and why, then the counts. Where CI is set, everything must run. */
function conclude({ passed, failed, skipped }, notRun) {
  const missing = notRun.reduce((sum, { count }) => sum + count, skipped);
  for (const { text } of notRun) say(`\nNot run here: ${text}`);
  const wrong = failed + (process.env.CI ? missing : 0);
  say(`\n${passed} passed, ${wrong} failed${missing > 0 && !process.env.CI ? `, ${missing} skipped` : ""}`);
  return wrong === 0;
}
