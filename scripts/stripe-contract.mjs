/**
 * node scripts/stripe-contract.mjs [--check]: writes sandbox/stripe/contract/stripe-contract.json, what the sandbox's Stripe is held to, out of the
 * declarations of the installed `stripe` package. With --check it only says whether the file is what would be written.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { makeContract } from "./lib/stripe-contract/make-contract.mjs";
import { inRoot } from "./lib/paths.mjs";

const FILE = inRoot("sandbox/stripe/contract/stripe-contract.json");

const { text, unknownRoutes } = makeContract();
if (process.argv.includes("--check")) {
  const isFresh = existsSync(FILE) && readFileSync(FILE, "utf8") === text;
  console.log(JSON.stringify({ isFresh, unknownRoutes }));
  process.exitCode = isFresh ? 0 : 1;
} else {
  writeFileSync(FILE, text);
  console.log(`Written: ${Math.round(text.length / 1024)} KB. Unknown to Stripe's types: ${unknownRoutes.join(", ") || "none"}.`);
}
