import "reflect-metadata";
import { GraphQLDateTime } from "graphql-scalars";
import { GraphQLSchema, type GraphQLEnumType, specifiedDirectives } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";

import { accountResolvers } from "../modules/accounts";
import { billingAdminResolvers, billingResolvers } from "../modules/billing";
import { learningResolvers } from "../modules/learning";
import { authDirective, enforceAuth, type OnForbidden } from "../platform/auth-directive";
import { enforceRateLimits, rateLimitDirective, type RateLimitOptions } from "../platform/rate-limit-directive";

/** The schema as declared: every module's types and fields, with the directives they carry not yet enforced. */
export function declaredSchema(): GraphQLSchema {
  const resolvers = [...accountResolvers, ...billingResolvers, ...billingAdminResolvers, ...learningResolvers] as unknown as NonEmptyArray<NewableFunction>;
  const built = buildSchemaSync({
    resolvers,
    validate: false,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
  });
  const role = built.getType("Role") as GraphQLEnumType;
  return new GraphQLSchema({ ...built.toConfig(), directives: [...specifiedDirectives, authDirective(role), rateLimitDirective] });
}

export interface Enforcement extends RateLimitOptions {
  onForbidden: OnForbidden;
}

/** The schema as served: @auth is asked first, so that only who may call a field uses up its @rateLimit. */
export function createSchema({ onForbidden, ...limits }: Enforcement): GraphQLSchema {
  return enforceAuth(enforceRateLimits(declaredSchema(), limits), onForbidden);
}
