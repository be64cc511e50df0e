import { existsSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { runNode } from "./run-node.mjs";
import { hashOf, readStamp, writeStamp } from "./stamps.mjs";

/** Writes the typed database client when the schema or Prisma's version changed. */
export async function generatePrismaClient() {
  const hash = hashOf(["prisma/schema.prisma", "prisma/models", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (existsSync(inRoot("server/platform/prisma/client.ts")) && readStamp("prisma") === hash) return;
  // Its command line insists on having the schema engine's binary, which `generate` never runs: any file will do.
  const offline = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  await runNode("node_modules/prisma/build/index.js", ["generate", "--no-hints"], offline);
  writeStamp("prisma", hash);
}
