/** npm start: the whole product, from a bare checkout to addresses that answer. */
import "./lib/require-node.mjs";
import { build } from "./lib/build.mjs";
import { installMissingPackages } from "./lib/prepare.mjs";
import { generatePrismaClient } from "./lib/prisma-generate.mjs";
import { answers, startProgram } from "./lib/processes.mjs";
import { claimMachine, hasNobody, openDatabase } from "./lib/product.mjs";
import { red, say, step } from "./lib/progress.mjs";
import { runNode } from "./lib/run-node.mjs";
import { programEnvironment, programsOf, readSettings } from "./lib/settings.mjs";
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
  await installMissingPackages();
  const [database] = await Promise.all([openDatabase(settings), generateAndBuild()]);
  database.server?.exited.then((lines) => fail(`PostgreSQL ended.\n${lines}`));

  const env = programEnvironment(process.env, settings, database.url);
  if (!settings.forReal && (await hasNobody(database.url))) await step("demo accounts made", () => runNode("build/prisma/seed.js", [], env));
  if (settings.forReal) await startInTurn(programsOf(settings), env);
  else await step("sandbox, api, web ready", () => Promise.all(programsOf(settings).map((program) => startAndWait(program, env))));
  printSummary({ ...settings, databasePlace: database.place, scale: Number(env.RATE_LIMIT_SCALE ?? 1) });
}

/** So that the API, which needs most, can name what it lacks before another program ends the start. */
async function startInTurn(list, env) {
  for (const program of list) await step(`${program.name} ready`, () => startAndWait(program, env));
}

async function generateAndBuild() {
  await generatePrismaClient();
  await step("built", build);
}

async function startAndWait({ name, program, readyUrl, own }, env) {
  const running = keepForStopping(startProgram({ name, program, env: { ...env, ...own }, logFolder: settings.logFolder }));
  const ended = running.exited.then(({ how, unseen }) => running.stopped || fail(`${name} ended (${how}).\n${unseen.join("\n")}`));
  await Promise.race([answers(readyUrl), ended]);
  if (isStopping()) await stopEverything(0); // which ends this process
}

/** One program's end is the end of all: half a product would look like a whole one. */
function fail(reason) {
  if (isStopping()) return undefined;
  say(red(reason.trim()));
  return stopEverything(1);
}
