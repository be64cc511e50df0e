import { type Identity, Store } from "graphql-rate-limit";
import type { Redis } from "ioredis";

/**
 * Stores for graphql-rate-limit. The package reads the hits, then writes them back: between the two, calls in parallel
 * all pass. These stores note the hit in the same step that reads the earlier ones, so writing back has nothing to do
 * but set how long the key lives.
 */
export abstract class HitStore extends Store {
  /** Milliseconds until a caller at the limit of `max` has a call free again. */
  abstract msUntilFree(identity: Identity, max: number): Promise<number>;
}

const keyOf = ({ contextIdentity, fieldIdentity }: Identity) => JSON.stringify([contextIdentity, fieldIdentity]);

/** As many hits as are kept for a key. No field allows more, except where a load test scales its limit away. */
const MOST_HITS = 2000;
const LONGEST_WINDOW = 3_600_000;
const SWEEP_EVERY = 60_000;

interface Hits {
  times: number[];
  window: number;
}

/** Counts in this process. Keys that have had no hit for their window are swept away. */
export class MemoryHitStore extends HitStore {
  private readonly hits = new Map<string, Hits>();
  private lastSweep = Date.now();

  getForIdentity(identity: Identity): readonly number[] {
    const now = Date.now();
    if (now - this.lastSweep > SWEEP_EVERY) this.sweep(now);
    const key = keyOf(identity);
    const known = this.hits.get(key) ?? { times: [], window: LONGEST_WINDOW };
    const earlier = known.times.filter((time) => time > now - known.window);
    this.hits.set(key, { ...known, times: [...earlier, now].slice(-MOST_HITS) });
    return earlier;
  }

  setForIdentity(identity: Identity, _times: readonly number[], windowMs = LONGEST_WINDOW): void {
    const known = this.hits.get(keyOf(identity));
    if (known) known.window = windowMs;
  }

  async msUntilFree(identity: Identity, max: number): Promise<number> {
    const known = this.hits.get(keyOf(identity));
    return known ? untilFree(known.times, known.window, max) : 0;
  }

  private sweep(now: number): void {
    this.lastSweep = now;
    for (const [key, { times, window }] of this.hits) if ((times.at(-1) ?? 0) < now - window) this.hits.delete(key);
  }
}

/** Over the limit until the `max`-th youngest hit is older than the window. */
const untilFree = (times: readonly number[], window: number, max: number) => Math.max(0, (times.at(-max) ?? 0) + window - Date.now());

const NOTE_HIT = `
local earlier = redis.call('LRANGE', KEYS[1], 0, -1)
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], -ARGV[3], -1)
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return earlier`;

/** Counts in Redis, for all processes together; while Redis is away, in this process. */
export class RedisHitStore extends HitStore {
  private readonly meanwhile = new MemoryHitStore();

  constructor(private readonly redis: Redis) {
    super();
  }

  async getForIdentity(identity: Identity): Promise<readonly number[]> {
    try {
      const earlier = (await this.redis.eval(NOTE_HIT, 1, `hits:${keyOf(identity)}`, Date.now(), LONGEST_WINDOW, MOST_HITS)) as string[];
      return earlier.map(Number);
    } catch {
      return this.meanwhile.getForIdentity(identity);
    }
  }

  async setForIdentity(identity: Identity, times: readonly number[], windowMs = LONGEST_WINDOW): Promise<void> {
    this.meanwhile.setForIdentity(identity, times, windowMs);
    await this.redis.pexpire(`hits:${keyOf(identity)}`, windowMs).catch(() => undefined);
  }

  async msUntilFree(identity: Identity, max: number): Promise<number> {
    const key = `hits:${keyOf(identity)}`;
    try {
      const [times, left] = await Promise.all([this.redis.lrange(key, 0, -1), this.redis.pttl(key)]);
      return untilFree(times.map(Number), Math.max(left, 0), max) || Math.max(left, 0);
    } catch {
      return this.meanwhile.msUntilFree(identity, max);
    }
  }
}
