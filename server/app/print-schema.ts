import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { lexicographicSortSchema } from "graphql";

import { declaredSchema } from "./create-schema";

/**
 * schema.graphql as clients read it: sorted, so that a diff shows what changed; with its applied directives; and with
 * its `schema` block, without which tools take the type `Subscription` for the root of GraphQL subscriptions.
 */
export const printedSchema = (): string => `${printSchemaWithDirectives(lexicographicSortSchema(declaredSchema()))}\n`;
