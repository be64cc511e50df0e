import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";

import { Refusal } from "./refusal";

/** At most `max` times in `window` milliseconds for each key. */
export interface Limit {
  name: string;
  max: number;
  window: number;
}

export interface Throttle {
  /** Counts one more. Refuses with RATE_LIMITED and the seconds to wait when that is too many. */
  count(limit: Limit, key: string): Promise<void>;
  /** Gives one back, for what turned out to be harmless. */
  giveBack(limit: Limit, key: string): Promise<void>;
  /** Forgets the key. */
  forget(limit: Limit, key: string): Promise<void>;
}

/**
 * Counts in Redis, where all processes see it, or in this process without one. While Redis is away, the process counts
 * for itself: a limit is never simply lifted.
 */
export function createThrottle({ redis, scale }: { redis?: Redis | undefined; scale: number }): Throttle {
  const limiters = new Map<string, RateLimiterAbstract>();

  const limiterFor = ({ name, max, window }: Limit) => {
    const known = limiters.get(name);
    if (known) return known;
    const options = { keyPrefix: `limit:${name}`, points: Math.ceil(max * scale), duration: window / 1000 };
    const made = redis
      ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: new RateLimiterMemory(options) })
      : new RateLimiterMemory(options);
    limiters.set(name, made);
    return made;
  };

  return {
    async count(limit, key) {
      try {
        await limiterFor(limit).consume(key);
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        throw tooMany(reason.msBeforeNext);
      }
    },
    giveBack: async (limit, key) => void (await limiterFor(limit).reward(key)),
    forget: async (limit, key) => void (await limiterFor(limit).delete(key)),
  };
}

/** The refusal for one call too many. */
export function tooMany(msToWait: number): Refusal {
  const retryAfter = Math.max(1, Math.ceil(msToWait / 1000));
  const wait = retryAfter < 90 ? `${retryAfter} seconds` : `${Math.ceil(retryAfter / 60)} minutes`;
  return new Refusal("RATE_LIMITED", `That was too often. Please try again in ${wait}.`, { retryAfter });
}
