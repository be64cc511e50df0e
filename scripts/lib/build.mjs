import { existsSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { runNode } from "./run-node.mjs";
import { hashOf, readStamp, writeStamp } from "./stamps.mjs";

const isTest = (path) => /\.test\.tsx?$/.test(path) || path.startsWith("web/e2e");

/** What runs on Node: output in build/ ← source. */
const PROGRAMS = {
  "server/main": "server/main.ts",
  "server/worker": "server/worker.ts",
  "server/billing-check": "server/billing-check.ts",
  "server/emit-schema": "server/app/emit-schema.ts",
  "sandbox/main": "sandbox/main.ts",
  "prisma/seed": "prisma/seed.ts",
  "bench/storm": "bench/storm/main.ts",
  "web/server": "web/server.ts",
};

const PARTS = {
  programs: {
    sources: ["server", "sandbox", "prisma", "bench", "web/server.ts", "web/app/lib", "tsconfig.json", "package-lock.json", "scripts/lib/build.mjs"],
    result: "build/server/main.js",
    make: bundlePrograms,
  },
  pages: { sources: ["web", "tsconfig.json", "package-lock.json"], result: "build/web/app/server/index.js", make: buildPages },
  piano: { sources: ["scripts/build-piano-bank.mjs", "package-lock.json"], result: "build/piano.pcm", make: buildPianoBank },
};

/** Builds what changed since it was last built: the programs, the web app's pages and the bank of piano notes, or some of these. */
export async function build(parts = Object.keys(PARTS)) {
  await Promise.all(
    parts.map(async (part) => {
      const { sources, result, make } = PARTS[part];
      const hash = hashOf(sources, isTest);
      if (existsSync(inRoot(result)) && readStamp(part) === hash) return;
      await make();
      writeStamp(part, hash);
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

async function buildPages() {
  await runNode("node_modules/@remix-run/dev/dist/cli.js", ["vite:build", "--config", "web/vite.config.ts", "--logLevel", "warn"], { NODE_ENV: "production" });
}

async function buildPianoBank() {
  await runNode("scripts/build-piano-bank.mjs", ["build/piano.pcm"]);
}
