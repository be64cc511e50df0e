import { Redis } from "ioredis";

import { MemoryHitStore, RedisHitStore, type HitStore } from "./hit-store";
import { createThrottle } from "./throttle";

const LIMIT = { name: "login", max: 3, window: 60_000 };
const redisUrl = process.env.TEST_REDIS_URL;

const outcomes = async (calls: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(calls);
  return { passed: settled.filter(({ status }) => status === "fulfilled").length, refused: settled.filter(({ status }) => status === "rejected").length };
};

const fifty = <Result>(call: () => Promise<Result>) => Array.from({ length: 50 }, call);

const stores: [string, () => { redis?: Redis; store: HitStore }][] = [["in this process", () => ({ store: new MemoryHitStore() })]];
if (redisUrl) stores.push(["in Redis", () => {
  const redis = new Redis(redisUrl);
  return { redis, store: new RedisHitStore(redis) };
}]);

describe.each(stores)("counting %s", (_where, open) => {
  const { redis, store } = open();
  afterAll(() => redis?.disconnect());

  test("of fifty calls at once exactly as many pass as the limit allows", async () => {
    const throttle = createThrottle({ redis, scale: 1 });
    expect(await outcomes(fifty(() => throttle.count(LIMIT, `key-${Math.random()}`)))).toEqual({ passed: 50, refused: 0 });
    const key = `one-${Math.random()}`;
    expect(await outcomes(fifty(() => throttle.count(LIMIT, key)))).toEqual({ passed: 3, refused: 47 });
  });

  test("a refusal says how long to wait", async () => {
    const throttle = createThrottle({ redis, scale: 1 });
    const key = `wait-${Math.random()}`;
    for (let call = 0; call < 3; call++) await throttle.count(LIMIT, key);
    await expect(throttle.count(LIMIT, key)).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfter: expect.any(Number) as number });
  });

  test("what was given back or forgotten can be used again", async () => {
    const throttle = createThrottle({ redis, scale: 1 });
    const key = `back-${Math.random()}`;
    for (let call = 0; call < 3; call++) await throttle.count(LIMIT, key);
    await throttle.giveBack(LIMIT, key);
    await throttle.count(LIMIT, key);
    await throttle.forget(LIMIT, key);
    await throttle.count(LIMIT, key);
  });

  test("the store behind @rateLimit notes a hit in the step that reads the earlier ones", async () => {
    const identity = { contextIdentity: `user-${Math.random()}`, fieldIdentity: "login" };
    const counts = await Promise.all(fifty(async () => (await store.getForIdentity(identity)).length));
    expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
    await store.setForIdentity(identity, [], 60_000);
    const wait = await store.msUntilFree(identity, 3);
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  test("identities that would read the same when joined are counted apart", async () => {
    const [a, b] = [{ contextIdentity: `x:${redisUrl ?? ""}`, fieldIdentity: "y:z" }, { contextIdentity: `x:${redisUrl ?? ""}:y`, fieldIdentity: "z" }];
    await store.getForIdentity(a);
    expect(await store.getForIdentity(b)).toHaveLength(0);
  });
});

test("a throttle whose Redis is away counts for itself rather than letting everybody in", async () => {
  const redis = new Redis("redis://127.0.0.1:1", { lazyConnect: true, maxRetriesPerRequest: 0, enableOfflineQueue: false, retryStrategy: () => null });
  redis.on("error", () => undefined);
  const throttle = createThrottle({ redis, scale: 1 });
  expect(await outcomes(fifty(() => throttle.count(LIMIT, "key")))).toEqual({ passed: 3, refused: 47 });
  redis.disconnect();
});
