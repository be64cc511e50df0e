import { invalid, isIncludable, type Expansion, type ShelfName } from "../books";
import { resolved, termsOf, type Schema } from "../contract/contract";

const MOST_LEVELS = 4;

interface Tree {
  kinds: ShelfName[];
  fields: Record<string, Tree>;
}

/** What `expand` asks of a route's answer. Throws Stripe's 400 for a path that is too deep, and for what can't be expanded. */
export function expansionFor(route: string, paths: readonly string[] = []): Expansion {
  const root: Tree = { kinds: [], fields: {} };
  for (const path of paths) grow(root, termsOf(route)?.answer ?? {}, path);
  return root;
}

/** A list's own `data` counts as a level (docs.stripe.com/expand#multiple-levels). */
function grow(root: Tree, answer: Schema, path: string): void {
  const fields = path.split(".");
  if (fields.length > MOST_LEVELS) throw invalid(`You cannot expand more than 4 levels of a property. Property: ${path}`, { code: "property_expansion_max_depth" });
  let tree = root;
  let schemas = objectsIn(answer);
  let canBeExpanded = false;
  for (const field of fields) {
    const holders = schemas.filter(({ properties }) => properties && Object.hasOwn(properties, field));
    if (holders.length === 0) throw cannot(path, answer);
    const values = holders.map(({ properties }) => properties?.[field] ?? {});
    schemas = values.flatMap(objectsIn);
    const kinds = values.filter(isReference).flatMap(objectsIn).flatMap((schema) => kindOf(schema) ?? []);
    canBeExpanded = kinds.length > 0 || holders.some((holder) => isIncludable(kindOf(holder), field));
    tree = tree.fields[field] ??= { kinds, fields: {} };
  }
  if (!canBeExpanded) throw cannot(path, answer);
}

function cannot(path: string, answer: Schema): Error {
  const isList = resolved(answer).properties?.object?.const === "list" && !path.startsWith("data.");
  return invalid(`This property cannot be expanded (${path}).${isList ? ` You may want to try expanding 'data.${path}' instead.` : ""}`);
}

/** The objects that may stand there, within arrays too. */
function objectsIn(given: Schema): Schema[] {
  const schema = resolved(given);
  if (schema.items) return objectsIn(schema.items);
  const alternatives = schema.anyOf ?? schema.oneOf;
  return alternatives ? alternatives.flatMap(objectsIn) : schema.properties ? [schema] : [];
}

/** Whether an id may stand for the object, in an array too. */
function isReference(given: Schema): boolean {
  const schema = resolved(given);
  return schema.items ? isReference(schema.items) : (schema.anyOf?.map(resolved).some(({ type }) => type === "string") ?? false);
}

function kindOf({ properties }: Schema): ShelfName | undefined {
  const kind = properties?.object && resolved(properties.object).const;
  return typeof kind === "string" ? (kind as ShelfName) : undefined;
}
