import { Router } from "express";

import type { Metrics } from "../platform/metrics";
import { isLoopback } from "./caller-address";
import type { Parts } from "./create-context";

/** Whether the process lives, whether it can serve, and what it measures. Liveness never asks the database. */
export function health({ db, config, metrics, log }: Parts & { metrics: Metrics }): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => void res.json({ status: "alive" }));
  router.get("/readyz", async (_req, res) => {
    try {
      await db.$queryRaw`select 1`;
      res.json({ status: "ready" });
    } catch (error) {
      log.warn({ err: error }, "not ready: the database does not answer");
      res.status(503).json({ status: "the database does not answer" });
    }
  });
  router.get("/metrics", async (req, res) => {
    const allowed = config.metricsToken ? req.headers.authorization === `Bearer ${config.metricsToken}` : isLoopback(req);
    if (!allowed) return void res.status(404).end();
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
