import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

const QUIETLY = ["--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];

/** Whether node_modules holds what package-lock.json names, in those versions; npm keeps a list of what it put there. */
export function packagesAreInstalled() {
  const list = inRoot("node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const wanted = packagesOf(inRoot("package-lock.json"));
  const found = packagesOf(list);
  const missing = Object.entries(wanted).some(([path, { version, optional }]) => path !== "" && found[path]?.version !== version && !(optional && !found[path]));
  return !missing && Object.keys(found).every((path) => path in wanted);
}

/** Installs the packages of package-lock.json, without running any code of theirs. On failure throws what npm said. */
export function installPackages() {
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm ? [process.execPath, npm] : ["npm"];
  const child = spawn(command, [...args, "ci", ...QUIETLY], { cwd: inRoot(), stdio: ["ignore", "ignore", "pipe"], shell: !npm && process.platform === "win32" });
  process.once("exit", () => child.kill());
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`npm could not install the packages:\n${said}`))));
  });
}

const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
