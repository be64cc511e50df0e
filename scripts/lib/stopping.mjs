/**
 * What must be stopped when this process ends, last started first.
 * The first signal stops everything in order; a second one doesn't wait.
 */
const started = [];
let stopping;
let stoppingSince;

/** Ctrl-C reaches this process from the terminal, and once more from npm, which passes on its own. */
const SAME_SIGNAL_MS = 500;

/** Keeps how to stop something (`kill`: at once), and gives the thing back. Refuses once all is being stopped. */
export function keepForStopping(thing) {
  started.push(thing);
  if (stopping) {
    thing.kill();
    throw new Error("Stopped while starting.");
  }
  return thing;
}

export const isStopping = () => stopping !== undefined;

/** Stops everything in the reverse order of its start, then ends this process. */
export function stopEverything(exitCode) {
  stoppingSince ??= performance.now();
  stopping ??= (async () => {
    for (const thing of started.toReversed()) await thing.stop();
    process.exit(exitCode);
  })();
  return stopping;
}

/** Ctrl-C, a polite kill, a closed terminal, and the end of the npm that started this. `onFirst` is called at the first; `exitCode` is for a stop in order. */
export function stopOnSignals(onFirst, exitCode = 0) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (stopping) return performance.now() - stoppingSince > SAME_SIGNAL_MS ? stopAtOnce() : undefined;
      onFirst();
      void stopEverything(exitCode);
    });
  }
  if (process.env.npm_lifecycle_event) stopWhenOrphaned(exitCode);
}

function stopAtOnce() {
  for (const thing of started) thing.kill();
  process.exit(1);
}

/** A shell between npm and this script swallows the signals that npm passes on, and dies of them. */
function stopWhenOrphaned(exitCode) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stopEverything(exitCode);
  }, 500).unref();
}
