import { Redis } from "ioredis";

import type { Log } from "./log";

/** How long a request may wait for Redis before it does without (milliseconds). */
const PATIENCE = 300;

/** A client that fails fast while Redis is away and comes back by itself. */
export function connectRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: PATIENCE, connectTimeout: 1000 });
  redis.on("error", (error: Error) => log.warn({ err: error.message }, "Redis is away: this process counts for itself"));
  return redis;
}
