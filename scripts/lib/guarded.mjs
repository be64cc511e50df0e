import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * Starts a foreign program that ends with this process, however this process ends, and waits until it prints `readyText`.
 * `stop` sends its `stopSignal` and waits; `kill` doesn't; `exited` gives its last lines when it ends.
 */
export async function startGuarded({ program, args, user, stopSignal, readyText }) {
  const guard = spawn(process.execPath, [join(import.meta.dirname, "guard.mjs"), JSON.stringify({ ...user, stopSignal }), program, ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: process.platform !== "win32",
  });
  let lastLines = "";
  // Not "close": Node doesn't send that once this end has closed the channel.
  const exited = new Promise((resolve) => guard.on("exit", () => resolve(lastLines.trim())));
  await new Promise((resolve, reject) => {
    for (const stream of [guard.stdout, guard.stderr]) {
      stream.on("data", (chunk) => {
        lastLines = (lastLines + chunk).slice(-4000);
        if (lastLines.includes(readyText)) resolve();
      });
    }
    void exited.then((lines) => reject(new Error(`${program} did not start:\n${lines}`)));
  });
  const stop = async () => {
    if (guard.connected) guard.disconnect();
    await exited;
  };
  return { exited, stop, kill: () => guard.kill("SIGQUIT") };
}
