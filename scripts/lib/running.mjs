import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const noteIn = (dataFolder) => join(dataFolder, "running.json");

/** Where the product that runs on a data folder has its Stripe; nothing when none runs there. */
export function sandboxOfRunning(dataFolder) {
  const note = noteIn(dataFolder);
  const { sandboxUrl } = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : {};
  return sandboxUrl ? { sandboxUrl } : {};
}

/**
 * Notes in the data folder that this process runs on it. Refuses when another one does.
 * `afterCrash` tells that the last one never took its note away, so that its programs may still be stopping.
 */
export function claim({ dataFolder, webUrl, sandboxUrl }) {
  const note = noteIn(dataFolder);
  mkdirSync(dataFolder, { recursive: true });
  const release = () => rmSync(note, { force: true });
  const left = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : undefined;
  if (left && isStart(left.pid)) {
    throw new Error(`Etude is already running on ${dataFolder}, at ${left.webUrl} (process ${left.pid}). Stop that one first: Ctrl-C where it runs, or kill ${left.pid}.`);
  }
  release();
  writeFileSync(note, JSON.stringify({ pid: process.pid, webUrl, sandboxUrl }), { flag: "wx" });
  return { release, afterCrash: left !== undefined };
}

/** Numbers of processes are used again: where the system tells, the command decides. */
function isStart(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  if (!existsSync("/proc/self/cmdline")) return true;
  try {
    return /scripts\/(start|dev)\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    return false;
  }
}
