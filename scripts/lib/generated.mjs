import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundlePrograms } from "./build.mjs";
import { inRoot } from "./paths.mjs";
import { runNode } from "./run-node.mjs";

/** Writes schema.graphql as the server has it. */
export async function emitSchema() {
  await bundlePrograms();
  await runNode("build/server/emit-schema.js");
}

/** Writes web/app/gql from schema.graphql and the web app's queries. */
export async function generateTypedDocuments() {
  await runNode("node_modules/@graphql-codegen/cli/cjs/bin.js", ["--config", "codegen.ts"]);
}

/** Makes generated files again, and throws when they were not as they should be: they are left as they should be. */
export async function expectFresh(paths, generate, command) {
  const before = contents(paths);
  await generate();
  const after = contents(paths);
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
  if (stale.length > 0) throw new Error(`Not fresh: ${stale.join(", ")}. It is now (${command}): look at the diff and commit it.`);
}

function contents(paths) {
  return new Map(paths.flatMap(filesUnder).map((path) => [path, readFileSync(inRoot(path), "utf8")]));
}

function filesUnder(path) {
  try {
    return readdirSync(inRoot(path)).map((name) => join(path, name));
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    if (error.code === "ENOENT") return [];
    throw error;
  }
}
