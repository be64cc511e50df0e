import { PrismaPg } from "@prisma/adapter-pg";

import type { Config } from "./config";
import type { Context } from "./context";
import { Prisma, PrismaClient } from "./prisma/client";

export type Database = PrismaClient;

/** The database, or the transaction that is under way. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** A silent server must not hold a request for ever: each wait has an end (milliseconds). */
const LIMITS = { connectionTimeoutMillis: 2000, query_timeout: 4000, statement_timeout: 3000 };

export function connectDatabase({ database }: Pick<Config, "database">): Database {
  const adapter = new PrismaPg({ connectionString: database.url, max: database.poolSize, ...LIMITS });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 2000, timeout: 5000 } });
}

const SERIALIZATION_ATTEMPTS = 3;

/**
 * Runs `work` with a context whose `db` is one transaction: all of it is written, or nothing. Inside a transaction it
 * joins that one. Deadlocks and serialization failures are tried again, so `work` must do nothing but write to the database.
 */
export async function inTransaction<Result>(ctx: Context, work: (ctx: Context) => Promise<Result>): Promise<Result> {
  if (!("$transaction" in ctx.db)) return work(ctx);
  const db = ctx.db;
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction((tx) => work({ ...ctx, db: tx, loaders: new Map() }));
    } catch (error) {
      if (attempt === SERIALIZATION_ATTEMPTS || !isSerializationFailure(error)) throw error;
    }
  }
}

const isKnown = (error: unknown, ...codes: string[]) => error instanceof Prisma.PrismaClientKnownRequestError && codes.includes(error.code);

const isSerializationFailure = (error: unknown) => isKnown(error, "P2034") || /deadlock detected|could not serialize/.test(String(error));

/** Whether a write failed because a unique value is taken. */
export const isUniqueViolation = (error: unknown): boolean => isKnown(error, "P2002");

/** Connection trouble as the driver words it: plain errors, not a class of Prisma's. */
const UNREACHABLE = /timeout exceeded when trying to connect|connection timeout|Query read timeout|Connection terminated|ECONNREFUSED|ECONNRESET|not (currently )?accepting|terminating connection|shutting down|too many (clients|connections)|Unable to start a transaction/i;

/** Whether the database could not be reached or did not answer in time, so that trying again later makes sense. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  isKnown(error, "P1001", "P1002", "P1008", "P1017", "P2024", "P2028") || (error instanceof Error && UNREACHABLE.test(`${error.message} ${String(error.cause ?? "")}`));
