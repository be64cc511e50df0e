/** npm run build: everything that is built, into build/; what did not change is left as it is. */
import "./lib/require-node.mjs";
import { build } from "./lib/build.mjs";
import { prepare } from "./lib/prepare.mjs";
import { red, say, step } from "./lib/progress.mjs";

try {
  await prepare();
  await step("built", build);
} catch (error) {
  say(red(error.message));
  process.exitCode = 1;
}
