import type { Context } from "./context";

/** Work that is done after the transaction that asked for it has been committed, again and again until it succeeds. */
export type JobHandler = (ctx: Context, payload: unknown) => Promise<void>;

/** Each kind of job by its name, and what does it. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface Job {
  name: string;
  payload: object;
  maxAttempts?: number;
}

/** Retries wait exp(attempt) seconds: ten attempts are about six hours. */
const DEFAULT_ATTEMPTS = 10;

/** Asks for a job in the caller's transaction: rolled back with it, run once it is committed. */
export async function enqueue(ctx: Context, { name, payload, maxAttempts = DEFAULT_ATTEMPTS }: Job): Promise<void> {
  await ctx.db.$executeRaw`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := ${maxAttempts}::int)`;
}
