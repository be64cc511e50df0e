import { type ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import cors from "cors";
import express, { type ErrorRequestHandler, type Express } from "express";
import helmet from "helmet";

import { paymentsWebhook } from "../modules/billing";
import type { Context } from "../platform/context";
import type { Metrics } from "../platform/metrics";
import { contextForRequest, type Parts, requestIdOf } from "./create-context";
import { downloads } from "./downloads";
import { refusalIn } from "./format-error";
import { answerError, answerRefusal, bodyGuard, originGuard } from "./guards";
import { health } from "./health";

const LARGEST_BODY = "100kb";

/** Where Apollo's own explorer asks from; it never gets a cookie, being another site. */
const EXPLORER = "https://sandbox.embed.apollographql.com";

export interface HttpParts extends Parts {
  apollo: ApolloServer<Context>;
  metrics: Metrics;
}

/** Every HTTP door of the API, and what stands in front of them. */
export function createHttp(parts: HttpParts): Express {
  const { config, apollo } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("trust proxy", config.trustedProxies);
  app.use((req, res, next) => {
    res.locals.id = requestIdOf(req);
    res.setHeader("x-request-id", res.locals.id as string);
    next();
  });
  app.use(health(parts));
  app.use(headers(config.production));
  app.use("/api/webhooks", paymentsWebhook((req, res) => contextForRequest(parts, req, res)));
  app.use(cors({ origin: [config.webUrl, ...(config.production ? [] : [config.apiUrl, EXPLORER])], credentials: true, maxAge: 600 }));
  app.use(originGuard(config));
  app.use("/api", downloads(parts));
  app.use("/graphql", express.json({ limit: LARGEST_BODY }), bodyGuard, expressMiddleware(apollo, { context: ({ req, res }) => contextForRequest(parts, req, res) }));
  app.use((_req, res) => void answerError(res, 404, "NOT_FOUND", "There is nothing at this address."));
  app.use(lastResort(parts));
  return app;
}

/** Strict everywhere; outside production Apollo's explorer may load what it is made of. */
function headers(production: boolean) {
  const nothing = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };
  const protect = helmet({ contentSecurityPolicy: production ? nothing : false, crossOriginEmbedderPolicy: false, hsts: production, crossOriginResourcePolicy: { policy: "same-site" } });
  return [protect, ((_req, res, next) => (res.setHeader("permissions-policy", "camera=(), geolocation=(), microphone=()"), next())) satisfies express.RequestHandler];
}

/** Errors outside GraphQL: a body that is no JSON or too large, and bugs. Always JSON, never the error's own text. */
function lastResort({ log }: Pick<Parts, "log">): ErrorRequestHandler {
  return (error: { status?: number; type?: string }, _req, res, next) => {
    if (res.headersSent) return next(error);
    const refusal = refusalIn(error);
    if (refusal?.code === "RATE_LIMITED") return void answerRefusal(res.set("retry-after", String(refusal.retryAfter)), 429, refusal);
    if (refusal?.code === "SERVICE_UNAVAILABLE") return void answerRefusal(res, 503, refusal);
    if (error.status === 413) return void answerError(res, 413, "BAD_REQUEST", "The body is too large.");
    if (error.status && error.status < 500) return void answerError(res, error.status, "BAD_REQUEST", "The call could not be read.");
    log.error({ err: error, requestId: res.locals.id as string }, "a bug, masked to the caller");
    answerError(res, 500, "INTERNAL_SERVER_ERROR", "Something went wrong on our side.");
  };
}
