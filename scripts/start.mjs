/** npm start: the whole product, from a bare checkout to addresses that answer. */
import "./lib/require-node.mjs";
import { join } from "node:path";
import { build } from "./lib/build.mjs";
import { installPackages, packagesAreInstalled } from "./lib/packages.mjs";
import { generatePrismaClient } from "./lib/prisma-generate.mjs";
import { answers, startProgram } from "./lib/processes.mjs";
import { claimMachine, hasNobody, openDatabase } from "./lib/product.mjs";
import { red, say, step } from "./lib/progress.mjs";
import { programEnvironment, readSettings } from "./lib/settings.mjs";
import { isStopping, keepForStopping, stopEverything, stopOnSignals } from "./lib/stopping.mjs";
import { printSummary } from "./lib/summary.mjs";

const settings = readSettings(process.env);
stopOnSignals(() => say("\n  Stopping …"));
try {
  await start();
} catch (error) {
  if (!isStopping()) say(red(error.message));
  await stopEverything(1);
}

/** The slow things run side by side: the database comes up while the programs are built, and all programs start at once. */
async function start() {
  await claimMachine(settings, process.argv.includes("--fresh"));
  if (!packagesAreInstalled()) await step("packages installed", installPackages);
  const [database] = await Promise.all([openDatabase(settings), generateAndBuild()]);
  database.server?.exited.then((lines) => fail(`PostgreSQL ended.\n${lines}`));

  const env = programEnvironment(process.env, settings, database.url);
  if (!settings.forReal && (await hasNobody(database.url))) await step("demo accounts made", () => runOnce("seed", "build/prisma/seed.js", env));
  const programs = [
    ...(settings.forReal ? [] : [["sandbox", "build/sandbox/main.js", settings.ready.sandbox]]),
    ["api", "build/server/main.js", settings.ready.api],
    ["web", "build/web/server.js", settings.ready.web],
  ];
  await step(`${programs.map(([name]) => name).join(", ")} ready`, () => Promise.all(programs.map((program) => startAndWait(program, env))));
  printSummary({ ...settings, databasePlace: database.place, scale: Number(env.RATE_LIMIT_SCALE ?? 1) });
}

async function generateAndBuild() {
  await generatePrismaClient();
  await step("built", build);
}

async function startAndWait([name, program, readyUrl], env) {
  const running = keepForStopping(startProgram({ name, program, env, logFolder: join(settings.dataFolder, "log") }));
  const ended = running.exited.then(({ how, unseen }) => running.stopped || fail(`${name} ended (${how}).\n${unseen.join("\n")}`));
  await Promise.race([answers(readyUrl), ended]);
}

async function runOnce(name, program, env) {
  const running = keepForStopping(startProgram({ name, program, env, logFolder: join(settings.dataFolder, "log") }));
  const { how, unseen } = await running.exited;
  if (how !== "code 0") throw new Error(`${name} failed (${how}).\n${unseen.join("\n")}`);
}

/** One program's end is the end of all: half a product would look like a whole one. */
function fail(reason) {
  if (isStopping()) return undefined;
  say(red(reason.trim()));
  return stopEverything(1);
}
