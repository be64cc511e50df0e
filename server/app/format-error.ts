import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

import { PaymentsUnavailable } from "../gateways/payments/port";
import { isDatabaseUnavailable } from "../platform/db";
import { Refusal } from "../platform/refusal";

/** Apollo's own codes, which tell a caller what is wrong with the call itself. */
const OF_APOLLO = new Set<unknown>([...Object.values(ApolloServerErrorCode), "QUERY_TOO_COMPLEX"]);

/** The code of our own rule of validation, which Apollo takes for a rule of GraphQL's and gives its own code. */
const NOT_SUPPORTED = "OPERATION_NOT_SUPPORTED";

/** An answer that was lost says nothing of what was done; all that we ask for bears a key, and is done once. */
const UNANSWERED =
  "Our payment provider does not answer just now. Please try again in a moment: nothing is done twice by that. Your billing page shows what has gone through.";

/** What a thrown error means to the caller: our refusal, trouble that may pass, or, as null, a bug. */
export function refusalIn(error: unknown): Refusal | null {
  const cause = causeOf(error);
  if (cause instanceof Refusal) return cause;
  if (cause instanceof PaymentsUnavailable) return new Refusal("PAYMENT_PROVIDER_UNAVAILABLE", UNANSWERED);
  if (isDatabaseUnavailable(cause)) return new Refusal("SERVICE_UNAVAILABLE", "Etude can't reach its database just now. Please try again in a moment.");
  return null;
}

/** What was thrown in a resolver, or while the caller's session was looked up, before there was an operation. */
const causeOf = (error: unknown): unknown => {
  const thrown = unwrapResolverError(error);
  return thrown instanceof GraphQLError && thrown.originalError ? thrown.originalError : thrown;
};

/** Whether the error is Apollo's answer to a call that is wrong in itself. */
export const isCallersFault = ({ extensions }: Pick<GraphQLFormattedError, "extensions">): boolean =>
  extensions?.code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR && OF_APOLLO.has(extensions?.code);

/** The error as callers see it. Bugs are masked: their text stays in the log, beside the request id that is told. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { path, locations } = formatted;
  const refusal = refusalIn(error);
  if (refusal) {
    const { code, message, field, retryAfter, payUrl } = refusal;
    return { message, path, locations, extensions: { code, ...(field && { field }), ...(retryAfter && { retryAfter }), ...(payUrl && { payUrl }) } };
  }
  if (isCallersFault(formatted)) {
    const cause = causeOf(error);
    const isOurRule = cause instanceof GraphQLError && cause.extensions.code === NOT_SUPPORTED;
    return { message: formatted.message, path, locations, extensions: { code: isOurRule ? NOT_SUPPORTED : formatted.extensions?.code } };
  }
  const requestId = formatted.extensions?.requestId;
  return { message: "Something went wrong on our side.", path, locations, extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR, requestId } };
}
