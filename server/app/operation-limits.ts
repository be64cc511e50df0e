import type { ApolloServerPlugin } from "@apollo/server";
import { type ASTVisitor, GraphQLError, isListType, isNonNullType, Kind, type OperationDefinitionNode, type ValidationContext, type ValidationRule } from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";

import type { Context } from "../platform/context";

/** Tokens in a document, which bounds what parsing and validating may cost. */
export const MOST_TOKENS = 2000;

/** Fields, each times the length of the lists it stands in; the whole curriculum with everything asked of it is about 4,000. */
export const MOST_COMPLEX = 20_000;

/** A list without `first` is taken for this long. */
const USUAL_LIST = 10;

/**
 * Mutations that check or send a secret, or ask Stripe: one of them in an operation, or a batch of aliases would be a batch of
 * guesses, or of waits of five seconds each.
 */
const ALONE = new Set([
  ...["register", "login", "refreshSession", "reauthenticate", "verifyEmail", "resendVerification", "requestPasswordReset", "resetPassword"],
  ...["changePassword", "requestEmailChange", "confirmEmailChange", "undoEmailChange", "exportMyData", "deleteMyAccount"],
  ...["createCheckoutSession", "createCustomerPortalSession", "cancelSubscription", "resumeSubscription", "changeSubscriptionPrice", "refreshSubscription", "refundInvoice"],
]);

const asked: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  const first = typeof args.first === "number" ? args.first : undefined;
  const length = first ?? (isListType(type) ? USUAL_LIST : 1);
  return 1 + Math.max(0, length) * childComplexity;
};

const tooComplex = (message: string) => new GraphQLError(message, { extensions: { code: "QUERY_TOO_COMPLEX", http: { status: 400 } } });

/** Refuses, before anything is resolved, an operation that asks for too much at once. */
export const operationLimits: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request, operation }) {
        if (!operation) return; // None of that name, or several and no name: Apollo's to refuse.
        const complexity = complexityOf({ schema, query: document, variables: request.variables ?? {}, operationName: request.operationName, estimators: [asked] });
        if (complexity > MOST_COMPLEX) throw tooComplex(`This asks for too much at once (${complexity} of ${MOST_COMPLEX}).`);
        if (rootFieldsAlone(operation) > 1) throw tooComplex("An operation may hold one of these mutations only.");
      },
    };
  },
};

/** Variables that don't fit their types can't be measured; they are execution's to refuse, in its own words and with 400. */
function complexityOf(options: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(options);
  } catch (error) {
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

const rootFieldsAlone = (operation: OperationDefinitionNode): number =>
  operation.operation === "mutation" ? operation.selectionSet.selections.filter((node) => node.kind !== Kind.FIELD || ALONE.has(node.name.value)).length : 0;

/** `subscription { … }` has no root here; say so rather than fail. */
export const noSubscriptions: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (node.operation !== "subscription") return;
    context.reportError(new GraphQLError("Subscriptions are not supported.", { nodes: [node], extensions: { code: "OPERATION_NOT_SUPPORTED" } }));
  },
});
