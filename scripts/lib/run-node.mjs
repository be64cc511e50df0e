import { spawn } from "node:child_process";
import { inRoot } from "./paths.mjs";

/** Runs a Node program in the checkout to its end, in view of the person; gives its exit code. It never outlives this process. */
export function showNode(program, args = [], env = {}) {
  const child = spawn(process.execPath, ["--enable-source-maps", inRoot(program), ...args], { cwd: inRoot(), env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] });
  const end = () => child.kill();
  process.once("exit", end);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("exit", end);
      resolve(code ?? 1);
    });
  });
}

/** Runs a Node program in the checkout to its end, silently; when it fails, throws what it printed. It never outlives this process. */
export function runNode(program, args = [], env = {}) {
  const child = spawn(process.execPath, [inRoot(program), ...args], { cwd: inRoot(), env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => child.kill();
  process.once("exit", end);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("exit", end);
      if (code === 0) resolve(said);
      else reject(new Error(`${[program, ...args].join(" ")} failed:\n${said}`));
    });
  });
}
