import type { Context } from "./context";

/** Work that is done after the transaction that asked for it has been committed, again and again until it succeeds. */
export type JobHandler = (ctx: Context, payload: unknown) => Promise<void>;

/** Each kind of job by its name, and what does it. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface Job {
  name: string;
  payload: object;
  maxAttempts?: number;
  /** Not before then, on the context's clock; at once when left out. */
  runAt?: Date;
  /** Asked for again under the same key before it has begun, it is one job. One that runs already runs once more. */
  key?: string;
  /** Not while one with this key runs, which then asks for what it does itself. */
  unlessRunning?: boolean;
}

/** Retries wait exp(attempt) seconds: ten attempts are about six hours. */
const DEFAULT_ATTEMPTS = 10;

/** Asks for a job in the caller's transaction: rolled back with it, run once it is committed. */
export async function enqueue(ctx: Context, { name, payload, maxAttempts = DEFAULT_ATTEMPTS, runAt, key, unlessRunning = false }: Job): Promise<void> {
  const delay = runAt ? Math.max(0, runAt.getTime() - ctx.clock.now().getTime()) : null;
  await ctx.db.$executeRaw`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, run_at := now() + ${delay}::float8 * interval '1 millisecond', max_attempts := ${maxAttempts}::int, job_key := ${key ?? null}::text)
    where not (${unlessRunning}::boolean and exists (select from graphile_worker.jobs where key = ${key ?? null}::text and locked_at is not null))`;
}
