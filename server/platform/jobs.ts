import type { Context } from "./context";

/** Work that is done after the transaction that asked for it has been committed, again and again until it succeeds. */
export type JobHandler = (ctx: Context, payload: unknown) => Promise<void>;

/** Each kind of job by its name, and what does it. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface JobOptions {
  /** One waiting job for each key: asking again replaces it. */
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
}

/** Retries wait exp(attempt) seconds: ten attempts are about six hours. */
const DEFAULT_ATTEMPTS = 10;

/** Asks for a job in the caller's transaction: rolled back with it, run once it is committed. */
export async function enqueue(ctx: Context, name: string, payload: object, { key, runAt, maxAttempts = DEFAULT_ATTEMPTS }: JobOptions = {}): Promise<void> {
  await ctx.db.$executeRaw`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
      run_at := ${runAt ?? null}::timestamptz, max_attempts := ${maxAttempts}::int, job_key := ${key ?? null}::text)`;
}
