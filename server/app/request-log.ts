import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, Kind, type OperationDefinitionNode } from "graphql";

import type { Context } from "../platform/context";
import type { Metrics } from "../platform/metrics";
import { isCallersFault, refusalIn } from "./format-error";

/** Measures each operation and logs each bug once, whole, with the request's id, which the masked answer carries too. */
export function requestLog(metrics: Metrics): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const stop = metrics.operations.startTimer();
      return {
        async didEncounterErrors({ errors, contextValue: { log, request } }) {
          for (const error of errors) {
            const code = refusalIn(error)?.code ?? (isCallersFault(error) ? String(error.extensions.code) : "INTERNAL_SERVER_ERROR");
            metrics.refusals.inc({ code });
            if (code !== "INTERNAL_SERVER_ERROR") continue;
            if (error instanceof GraphQLError) error.extensions.requestId = request.id;
            log.error({ err: error.originalError ?? error, path: error.path }, "a bug, masked to the caller");
          }
        },
        async willSendResponse({ operation, errors }) {
          stop({ operation: operation ? labelOf(operation) : "none", outcome: errors?.length ? "error" : "ok" });
        },
      };
    },
  };
}

/** The first root field: callers choose an operation's name freely, and a metric must not grow with it. */
function labelOf({ operation, selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections;
  return first?.kind === Kind.FIELD ? `${operation} ${first.name.value}` : operation;
}
