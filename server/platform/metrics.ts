import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/** What Prometheus reads at /metrics. Labels take few values: never an id, never an address. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    operations: new Histogram({
      name: "etude_graphql_operation_seconds",
      help: "How long GraphQL operations took.",
      labelNames: ["operation", "outcome"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    refusals: new Counter({ name: "etude_refusals_total", help: "Answers that were errors, by code.", labelNames: ["code"], registers }),
    jobs: new Counter({ name: "etude_jobs_total", help: "Jobs done.", labelNames: ["job", "outcome"], registers }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
