import { readConfig } from "../server/platform/config";
import { makeDemoWorld } from "./make-demo-world";

makeDemoWorld(readConfig(process.env)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
