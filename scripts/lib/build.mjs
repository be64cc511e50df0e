import { existsSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { runNode } from "./run-node.mjs";
import { hashOf, readStamp, writeStamp } from "./stamps.mjs";

const isTest = (path) => /\.test\.tsx?$/.test(path) || path.startsWith("web/e2e");

/** What runs on Node: output in build/ ← source. */
const PROGRAMS = {
  "server/main": "server/main.ts",
  "server/worker": "server/worker.ts",
  "server/emit-schema": "server/app/emit-schema.ts",
  "sandbox/main": "sandbox/main.ts",
  "prisma/seed": "prisma/seed.ts",
  "web/server": "web/server.ts",
};

const PARTS = [
  {
    sources: ["server", "sandbox", "prisma", "web/server.ts", "web/app/lib", "tsconfig.json", "package-lock.json", "scripts/lib/build.mjs"],
    result: "build/server/main.js",
    build: bundlePrograms,
  },
  { sources: ["web", "tsconfig.json", "package-lock.json"], result: "build/web/app/server/index.js", build: buildWebApp },
  { sources: ["scripts/build-piano-bank.mjs", "package-lock.json"], result: "build/piano.pcm", build: buildPianoBank },
];

/** Builds what changed since it was last built: the programs, the web app and the bank of piano samples. */
export async function build() {
  await Promise.all(
    PARTS.map(async ({ sources, result, build: make }) => {
      const hash = hashOf(sources, isTest);
      if (existsSync(inRoot(result)) && readStamp(result) === hash) return;
      await make();
      writeStamp(result, hash);
    }),
  );
}

/** Packages stay where they are: the bundles hold our own code only. */
export const bundleOptions = () => ({
  entryPoints: Object.fromEntries(Object.entries(PROGRAMS).filter(([, source]) => existsSync(inRoot(source)))),
  absWorkingDir: inRoot(),
  outdir: "build",
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  sourcesContent: false,
  logLevel: "silent",
});

export async function bundlePrograms() {
  const esbuild = await import("esbuild");
  try {
    await esbuild.build(bundleOptions());
  } catch (error) {
    const messages = await esbuild.formatMessages(error.errors ?? [], { kind: "error" });
    throw new Error(messages.join("\n") || error.message);
  } finally {
    await esbuild.stop();
  }
}

async function buildWebApp() {
  await runNode("node_modules/@remix-run/dev/dist/cli.js", ["vite:build", "--config", "web/vite.config.ts", "--logLevel", "warn"], { NODE_ENV: "production" });
}

async function buildPianoBank() {
  await runNode("scripts/build-piano-bank.mjs", ["build/piano.pcm"]);
}
