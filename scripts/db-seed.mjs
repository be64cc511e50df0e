/** npm run db:seed: makes the demo accounts in the empty, migrated database of DATABASE_URL. */
import "./lib/require-node.mjs";
import { build } from "./lib/build.mjs";
import { prepare } from "./lib/prepare.mjs";
import { runNode } from "./lib/run-node.mjs";
import { programEnvironment, readSettings } from "./lib/settings.mjs";

const { DATABASE_URL } = process.env;
try {
  if (!DATABASE_URL) throw new Error("Give DATABASE_URL. (npm start makes the demo accounts of its own database by itself.)");
  await prepare();
  await build();
  await runNode("build/prisma/seed.js", [], programEnvironment(process.env, readSettings(process.env), DATABASE_URL));
  console.log("The demo accounts are made.");
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
