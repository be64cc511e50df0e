import { getDirective, MapperKind, mapSchema } from "@graphql-tools/utils";
import { DirectiveLocation, GraphQLDirective, GraphQLNonNull, type GraphQLEnumType, type GraphQLSchema, defaultFieldResolver } from "graphql";

import type { Context, Viewer } from "./context";
import { Refusal } from "./refusal";

const NAME = "auth";

export const authDirective = (role: GraphQLEnumType) =>
  new GraphQLDirective({
    name: NAME,
    description: "Who may read the field; ADMIN satisfies LEARNER. A caller without a session gets UNAUTHENTICATED, one without the role FORBIDDEN.",
    locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
    args: { requires: { type: new GraphQLNonNull(role), defaultValue: "LEARNER" } },
  });

/** Told of each call that was turned away although the caller is somebody. */
export type OnForbidden = (ctx: Context, field: string) => Promise<void>;

/** Wraps each field that says @auth, on itself or on its type, so that it resolves only for those who may read it. */
export function enforceAuth(schema: GraphQLSchema, onForbidden: OnForbidden): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, fieldName, typeName) => {
      const type = schema.getType(typeName);
      const rule = getDirective(schema, field, NAME)?.[0] ?? (type && getDirective(schema, type, NAME)?.[0]);
      if (!rule) return field;
      const required = (rule.requires ?? "LEARNER") as Viewer["role"];
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args, ctx: Context, info) => {
        if (!ctx.viewer) throw new Refusal("UNAUTHENTICATED", "Please log in first.");
        if (required === "ADMIN" && ctx.viewer.role !== "ADMIN") {
          await onForbidden(ctx, `${typeName}.${fieldName}`);
          throw new Refusal("FORBIDDEN", "Your account may not do this.");
        }
        return resolve(source, args, ctx, info);
      };
      return field;
    },
  });
}
