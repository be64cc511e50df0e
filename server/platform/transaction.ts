import type { Context } from "./context";
import { isSerializationFailure } from "./db";

const SERIALIZATION_ATTEMPTS = 3;

/**
 * Runs `work` with a context whose `db` is one transaction: all of it is written, or nothing. Inside a transaction it
 * joins that one. Deadlocks and serialization failures are tried again, so `work` must do nothing but write to the database.
 */
export async function inTransaction<Result>(ctx: Context, work: (ctx: Context) => Promise<Result>): Promise<Result> {
  if (!("$connect" in ctx.db)) return work(ctx); // A transaction has a $transaction too, which would nest by savepoints.
  const db = ctx.db;
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction((tx) => work({ ...ctx, db: tx, loaders: new Map() }));
    } catch (error) {
      if (attempt === SERIALIZATION_ATTEMPTS || !isSerializationFailure(error)) throw error;
    }
  }
}
