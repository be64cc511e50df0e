import "reflect-metadata";
import { createServer, type Server } from "node:http";

import { sendGridMail } from "../gateways/mail/sendgrid";
import { stripePayments } from "../gateways/payments/stripe";
import { holdPersonalData, warmUpPasswordJudge } from "../modules/accounts";
import { billingHolder } from "../modules/billing";
import { exportLearning } from "../modules/learning";
import { systemClock } from "../platform/clock";
import type { Config } from "../platform/config";
import type { Gateways } from "../platform/context";
import { connectDatabase } from "../platform/db";
import { MemoryHitStore, RedisHitStore } from "../platform/hit-store";
import { createLog } from "../platform/log";
import { createMetrics } from "../platform/metrics";
import { warmUpPasswords } from "../platform/passwords";
import { systemRandom } from "../platform/random";
import { connectRedis } from "../platform/redis";
import { createThrottle } from "../platform/throttle";
import { drainJobs, startWorker } from "../platform/worker";
import { createApollo } from "./create-apollo";
import type { Parts } from "./create-context";
import { createHttp } from "./create-http";
import { createSchema } from "./create-schema";
import { workerOptions } from "./jobs";
import { noteForbidden, noteLimited } from "./security-events";

/** What a test may put in the place of the outside world, the clock and chance. */
export type Outside = Partial<Pick<Parts, "clock" | "random" | "log">> & { gateways?: Partial<Gateways> };

// What is held on people beyond the account itself: the modules above accounts say so here, once.
holdPersonalData(billingHolder, { section: "learning", dataOf: exportLearning });

/** The parts of one process, wired. Nothing is open yet but the database's pool. */
export function createParts(config: Config, outside: Outside = {}) {
  const log = outside.log ?? createLog(config.log);
  const redis = config.redisUrl ? connectRedis(config.redisUrl, log) : undefined;
  const parts: Parts = {
    config,
    log,
    db: connectDatabase(config),
    clock: outside.clock ?? systemClock,
    random: outside.random ?? systemRandom,
    throttle: createThrottle({ redis, scale: config.rateLimitScale }),
    gateways: { mail: sendGridMail(config.mail), payments: stripePayments(config.stripe), ...outside.gateways },
  };
  return { parts, redis, metrics: createMetrics() };
}

/** Waits this long for calls under way before it closes their connections. */
const PATIENCE = 5000;

/** A whole server: `listen` serves, `work` takes jobs, `drain` does the waiting ones, `stop` ends what was begun, whole. */
export function createApp(config: Config, outside: Outside = {}) {
  const { parts, redis, metrics } = createParts(config, outside);
  const store = redis ? new RedisHitStore(redis) : new MemoryHitStore();
  const schema = createSchema({ store, scale: config.rateLimitScale, onLimited: noteLimited, onForbidden: noteForbidden });
  const httpServer = createServer({ connectionsCheckingInterval: 2000, headersTimeout: 10_000, requestTimeout: 15_000 });
  const apollo = createApollo({ schema, httpServer, config, metrics });
  const jobs = workerOptions(parts, metrics);
  const openings: (() => Promise<unknown>)[] = [];

  return {
    parts,
    httpServer,
    async listen(): Promise<void> {
      await Promise.all([apollo.start(), warmUpPasswords(config.passwordCost)]);
      httpServer.on("request", createHttp({ ...parts, apollo, metrics }));
      await listening(httpServer, config);
      openings.push(() => apollo.stop());
    },
    async work(): Promise<void> {
      const worker = await startWorker(jobs);
      openings.push(() => worker.stop());
    },
    drain: () => drainJobs(jobs),
    /** Loads what would make the first caller wait. */
    warmUp: warmUpPasswordJudge,
    async stop(): Promise<void> {
      const impatience = setTimeout(() => httpServer.closeAllConnections(), PATIENCE);
      await Promise.allSettled(openings.map((close) => close()));
      clearTimeout(impatience);
      redis?.disconnect();
      await parts.db.$disconnect();
    },
  };
}

export type App = ReturnType<typeof createApp>;

const listening = (server: Server, { apiPort, host }: Config) =>
  new Promise<void>((resolve, reject) => server.once("error", reject).listen(apiPort, host, resolve));
