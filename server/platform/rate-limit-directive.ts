import { getDirective, MapperKind, mapSchema } from "@graphql-tools/utils";
import { DirectiveLocation, GraphQLDirective, GraphQLInt, GraphQLNonNull, GraphQLString, type GraphQLSchema, defaultFieldResolver } from "graphql";
import { getGraphQLRateLimiter } from "graphql-rate-limit";

import type { Context } from "./context";
import type { HitStore } from "./hit-store";
import { tooMany } from "./throttle";

const NAME = "rateLimit";

export const rateLimitDirective = new GraphQLDirective({
  name: NAME,
  description: 'At most `max` calls for each caller in `window` (e.g. "1m"). Over it: RATE_LIMITED with extensions.retryAfter in seconds.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { max: { type: new GraphQLNonNull(GraphQLInt) }, window: { type: new GraphQLNonNull(GraphQLString) } },
});

export interface RateLimitOptions {
  store: HitStore;
  scale: number;
  /** Told of each call over its limit. */
  onLimited: (ctx: Context, field: string) => Promise<void>;
}

/** A caller is the signed-in account, else the address the call came from. */
const callerOf = (ctx: Context) => (ctx.viewer ? `user:${ctx.viewer.userId}` : `ip:${ctx.request.ipAddress ?? "unknown"}`);

/** Wraps each field that says @rateLimit, so that it counts its calls and refuses those over the limit. */
export function enforceRateLimits(schema: GraphQLSchema, { store, scale, onLimited }: RateLimitOptions): GraphQLSchema {
  const limiter = getGraphQLRateLimiter({ identifyContext: callerOf, store });
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, fieldName, typeName) => {
      const rule = getDirective(schema, field, NAME)?.[0] as { max: number; window: string } | undefined;
      if (!rule) return field;
      const max = Math.ceil(rule.max * scale);
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args, ctx: Context, info) => {
        const refused = await limiter({ parent: source, args: {}, context: ctx, info }, { max, window: rule.window });
        if (refused) {
          await onLimited(ctx, `${typeName}.${fieldName}`);
          throw tooMany(await store.msUntilFree({ contextIdentity: callerOf(ctx), fieldIdentity: fieldName }, max));
        }
        return resolve(source, args, ctx, info);
      };
      return field;
    },
  });
}
