import { EventEmitter } from "node:events";
import { Logger as WorkerLogger, parseCronItems, type ParsedCronItem, run, runOnce, type TaskList, type WorkerEvents } from "graphile-worker";

import type { Database } from "./db";
import type { JobHandlers } from "./jobs";
import type { Log } from "./log";
import { keepAlive, type WorkerLife } from "./worker-life";

/** The regular jobs, and when each runs: crontab's five fields, UTC. What comes again by itself need not be tried for days: `maxAttempts`, three unless told. */
export type Timetable = Readonly<Record<string, { at: string; maxAttempts?: number }>>;

export interface WorkerOptions {
  databaseUrl: string;
  db: Database;
  handlers: JobHandlers;
  /** Runs one handler with a context of its own. */
  runJob: (name: string, payload: unknown) => Promise<void>;
  timetable: Timetable;
  log: Log;
}

const CONCURRENCY = 4;
const POOL_SIZE = 6;
const POLL_EVERY = 2000;

function settings({ databaseUrl, handlers, runJob, log }: WorkerOptions) {
  const taskList: TaskList = Object.fromEntries(Object.keys(handlers).map((name) => [name, (payload) => runJob(name, payload)]));
  const logger = new WorkerLogger(() => (level, message, meta) => {
    if (level === "error") log.error({ worker: meta }, message);
    else log.debug(message);
  });
  return { connectionString: databaseUrl, taskList, logger, maxPoolSize: POOL_SIZE };
}

const ATTEMPTS = 3;

/** What the worker is told of the timetable. Its own default are 25 attempts, over two days. */
export const cronItems = (timetable: Timetable): ParsedCronItem[] =>
  parseCronItems(Object.entries(timetable).map(([task, { at: match, maxAttempts = ATTEMPTS }]) => ({ task, match, options: { maxAttempts } })));

/** Starts to take jobs, several at a time, until `stop()`, which lets those under way finish. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const events = new EventEmitter() as WorkerEvents;
  let life: WorkerLife | undefined;
  events.once("pool:create", ({ workerPool }) => {
    life = keepAlive(options.db, workerPool.id, (error) => options.log.warn({ err: error }, "a worker could not give its sign of life"));
  });
  const runner = await run({
    ...settings(options),
    events,
    concurrency: CONCURRENCY,
    pollInterval: POLL_EVERY,
    noHandleSignals: true,
    parsedCronItems: cronItems(options.timetable),
  });
  return {
    async stop() {
      await runner.stop();
      await life?.stop();
    },
  };
}

/** Does every job that is due now, then returns. For tests and for maintenance. */
export const drainJobs = (options: WorkerOptions): Promise<void> => runOnce(settings(options));
