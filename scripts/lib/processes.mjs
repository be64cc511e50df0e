import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inRoot } from "./paths.mjs";
import { printedLine } from "./log-lines.mjs";
import { say } from "./progress.mjs";

const TETHER = pathToFileURL(join(import.meta.dirname, "tether.mjs")).href;
const TIME_TO_STOP_MS = 12_000;
const TIME_TO_START_MS = 60_000;
const KEPT_LINES = 10;

/**
 * Starts one of the product's programs. Its whole log goes to a file, its warnings and errors to the terminal.
 * It has a session of its own, so that Ctrl-C reaches only the start script, which stops things in order.
 *
 * @returns {{ name: string, stopped: boolean, exited: Promise<{ how: string, unseen: string[] }>, stop: () => Promise<void>, kill: () => void }}
 *   `exited` tells how it ended, and its last lines that the terminal has not shown; `stopped`, that it was told to.
 */
export function startProgram({ name, program, env, logFolder }) {
  mkdirSync(logFolder, { recursive: true });
  const log = createWriteStream(join(logFolder, `${name}.log`));
  const child = spawn(process.execPath, ["--enable-source-maps", "--import", TETHER, inRoot(program)], {
    cwd: inRoot(),
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: process.platform !== "win32",
  });

  const unseen = [];
  for (const [stream, routine] of [[child.stdout, true], [child.stderr, false]]) {
    createInterface({ input: stream }).on("line", (line) => {
      log.write(`${line}\n`);
      const printed = printedLine({ name, line, routine });
      if (printed) return say(printed);
      unseen.push(line);
      if (unseen.length > KEPT_LINES) unseen.shift();
    });
  }
  const running = { name, stopped: false, kill: () => child.kill("SIGKILL") };
  running.exited = new Promise((resolve) => child.on("close", (code, signal) => resolve({ how: signal ?? `code ${code}`, unseen })));
  running.stop = async () => {
    running.stopped = true;
    child.kill("SIGTERM");
    const impatience = setTimeout(running.kill, TIME_TO_STOP_MS);
    await running.exited;
    clearTimeout(impatience);
  };
  return running;
}

/** Waits until an address answers 200; throws after a minute with what it said last. */
export async function answers(url) {
  const deadline = Date.now() + TIME_TO_START_MS;
  let last = "nothing";
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.message ?? error.message;
    }
    await sleep(100);
  }
  throw new Error(`${url} was not ready within a minute; it answered: ${last}`);
}
