/** npm run dev: the product as npm start has it, but each program starts again when its source changes, and pages come from Vite. */
import "./lib/require-node.mjs";
import { readFileSync, watch } from "node:fs";
import { build, bundleOptions } from "./lib/build.mjs";
import { emitSchema, generateTypedDocuments } from "./lib/generated.mjs";
import { inRoot } from "./lib/paths.mjs";
import { prepare } from "./lib/prepare.mjs";
import { answers, startProgram } from "./lib/processes.mjs";
import { claimMachine, hasNobody, openDatabase } from "./lib/product.mjs";
import { red, say, step } from "./lib/progress.mjs";
import { runNode } from "./lib/run-node.mjs";
import { programEnvironment, programsOf, readSettings } from "./lib/settings.mjs";
import { isStopping, keepForStopping, stopEverything, stopOnSignals } from "./lib/stopping.mjs";
import { printSummary } from "./lib/summary.mjs";

const QUIET_FOR_MS = 200;
const settings = readSettings(process.env);
/** What runs now, by name: the bundle it was started from, and the process. */
const running = new Map();

stopOnSignals(() => say("\n  Stopping …"));
try {
  await dev();
} catch (error) {
  if (!isStopping()) say(red(error.message));
  await stopEverything(1);
}

async function dev() {
  await claimMachine(settings, process.argv.includes("--fresh"));
  await prepare();
  const [database] = await Promise.all([openDatabase(settings), step("built", () => build(["programs", "piano"]))]);
  const env = { ...programEnvironment(process.env, settings, database.url), WEB_DEV: "1" };
  if (await hasNobody(database.url)) await step("demo accounts made", () => runNode("build/prisma/seed.js", [], env));
  keepForStopping({ stop: () => Promise.all([...running.values()].map(({ process }) => process.stop())), kill: () => running.forEach(({ process }) => process.kill()) });

  await watchPrograms(() => startChanged(env));
  await step("sandbox, api, web ready", () => Promise.all(programsOf(settings).map(({ readyUrl }) => answers(readyUrl))));
  watchQueries();
  printSummary({ ...settings, databasePlace: database.place, scale: Number(env.RATE_LIMIT_SCALE ?? 1) });
}

/** Bundles now and at each change, one after the other; a bundle that fails leaves everything running as it was. */
async function watchPrograms(onBundled) {
  const esbuild = await import("esbuild");
  let turn = Promise.resolve();
  const restart = {
    name: "restart",
    setup: ({ onEnd }) =>
      onEnd(async ({ errors }) => {
        if (errors.length > 0) return say(red((await esbuild.formatMessages(errors, { kind: "error" })).join("\n")));
        turn = turn.then(onBundled).catch((error) => say(red(error.message)));
      }),
  };
  const context = await esbuild.context({ ...bundleOptions(), plugins: [restart] });
  keepForStopping({ stop: () => context.dispose(), kill: () => {} });
  await context.watch();
}

async function startChanged(env) {
  for (const { name, program, own } of programsOf(settings)) {
    const bundle = readFileSync(inRoot(program), "utf8");
    const before = running.get(name);
    if (isStopping() || before?.bundle === bundle) continue;
    await before?.process.stop();
    const process = startProgram({ name, program, env: { ...env, ...own }, logFolder: settings.logFolder });
    running.set(name, { bundle, process });
    void process.exited.then(({ how, unseen }) => process.stopped || say(red(`${name} ended (${how}); it starts again when its source changes.\n${unseen.join("\n")}`)));
    if (before) say(`  ${name} restarted`);
  }
}

/** Types the web app's queries again when one may have changed, or the schema they are written against. */
function watchQueries() {
  let waiting;
  let turn = Promise.resolve();
  const soon = (work) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (turn = turn.then(work).catch((error) => say(red(error.message)))), QUIET_FOR_MS);
  };
  const isQuery = (file) => /\.tsx?$/.test(file) && !file.startsWith("gql") && readIfThere(inRoot("web/app", file)).includes("graphql(");
  watch(inRoot("web/app"), { recursive: true }, (_, file) => file && isQuery(file) && soon(generateTypedDocuments));
  watch(inRoot("server"), { recursive: true }, (_, file) => /\.(graphql|resolver)\.ts$/.test(file ?? "") && soon(() => emitSchema().then(generateTypedDocuments)));
}

function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
