import { PrismaPg } from "@prisma/adapter-pg";

import type { Config } from "./config";
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

const isKnown = (error: unknown, ...codes: string[]) => error instanceof Prisma.PrismaClientKnownRequestError && codes.includes(error.code);

/** Whether a transaction lost against another and may be tried again. */
export const isSerializationFailure = (error: unknown): boolean => isKnown(error, "P2034") || /deadlock detected|could not serialize/.test(String(error));

/** Whether a write failed because a unique value is taken. */
export const isUniqueViolation = (error: unknown): boolean => isKnown(error, "P2002");

/** Connection trouble as the driver words it: plain errors, not a class of Prisma's. */
const UNREACHABLE = /timeout exceeded when trying to connect|connection timeout|Query read timeout|due to (statement|lock) timeout|Connection terminated|ECONNREFUSED|ECONNRESET|not (currently )?accepting|terminating connection|shutting down|too many (clients|connections)|Unable to start a transaction/i;

/** Whether the database could not be reached or did not answer in time, so that trying again later makes sense. */
export const isDatabaseUnavailable = (error: unknown): boolean =>
  isKnown(error, "P1001", "P1002", "P1008", "P1017", "P2024", "P2028") || (error instanceof Error && UNREACHABLE.test(`${error.message} ${String(error.cause ?? "")}`));
