import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import type { GraphQLSchema } from "graphql";
import type { Server } from "node:http";

import type { Config } from "../platform/config";
import type { Context } from "../platform/context";
import type { Metrics } from "../platform/metrics";
import { formatError } from "./format-error";
import { MOST_TOKENS, noSubscriptions, operationLimits } from "./operation-limits";
import { rateLimitedStatus } from "./rate-limited-status";
import { requestLog } from "./request-log";

export interface ApolloParts {
  schema: GraphQLSchema;
  httpServer: Server;
  config: Config;
  metrics: Metrics;
}

/** Apollo as Etude runs it. In production it neither describes the schema nor shows a page. */
export function createApollo({ schema, httpServer, config, metrics }: ApolloParts): ApolloServer<Context> {
  const open = !config.production;
  return new ApolloServer<Context>({
    schema,
    formatError,
    introspection: open,
    hideSchemaDetailsFromClientErrors: !open,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationOptions: { maxErrors: 5 },
    validationRules: [noSubscriptions],
    stopOnTerminationSignals: false,
    logger: quiet,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      open ? ApolloServerPluginLandingPageLocalDefault({ footer: false }) : ApolloServerPluginLandingPageDisabled(),
      operationLimits,
      rateLimitedStatus,
      requestLog(metrics),
    ],
  });
}

/** What Apollo says by itself is said by requestLog already, with the request's id. */
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
