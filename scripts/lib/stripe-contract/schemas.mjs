import ts from "typescript";

const { TypeFlags } = ts;

/**
 * JSON Schemas of the package's types. Strict where the types are lenient: no property that isn't declared, and of a union that ends in
 * `OtherString` only the literals. A field that may be expanded is the id or an object of a kind that the sandbox keeps.
 */
export function schemaMaker(checker, kinds, events) {
  const definitions = new Map();
  const nameOf = namesFor(checker);

  const schemaOf = (type) => {
    if (type === events.union || type.aliasSymbol?.name === "Event") return { $ref: "#/$defs/Event" };
    if (type.aliasSymbol?.name === "OtherString") return { type: "string" };
    if (isDecimal(type)) return { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" };
    if (type.isUnion()) return schemaOfUnion(type.types);
    return simpleSchema(checker, type) ?? schemaOfObject(type);
  };

  const schemaOfUnion = (all) => {
    const types = all.filter((type) => !(type.flags & (TypeFlags.Undefined | TypeFlags.Void)));
    const literals = types.filter((type) => type.isLiteral()).map(({ value }) => value);
    const isOpen = literals.some((value) => typeof value === "string" && value !== "");
    const others = types.filter((type) => !type.isLiteral() && !(isOpen && type.aliasSymbol?.name === "OtherString"));
    const kept = others.filter((type) => isKept(type, others));
    const parts = [...(literals.length > 0 ? [{ enum: literals.sort() }] : []), ...withoutDoubles(kept.map(schemaOf))];
    return parts.length === 1 ? parts[0] : { anyOf: parts };
  };

  /** Beside an id stand only objects that the sandbox has. */
  const isKept = (type, others) => {
    const kind = kindOf(checker, type);
    return kind === undefined || kinds.has(kind) || !others.some((other) => other.flags & TypeFlags.String);
  };

  const schemaOfObject = (type) => {
    if (checker.isArrayType(type)) return { type: "array", items: schemaOf(checker.getTypeArguments(type)[0]) };
    const name = nameOf(type);
    if (!name) return objectSchema(type);
    if (!definitions.has(name)) {
      definitions.set(name, {}); // Types refer to themselves.
      definitions.set(name, objectSchema(type));
    }
    return { $ref: `#/$defs/${name}` };
  };

  const objectSchema = (type) => {
    const index = checker.getIndexInfosOfType(type)[0];
    const properties = checker.getPropertiesOfType(type).filter((property) => !isVoid(checker.getTypeOfSymbol(property)));
    const required = properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
    return {
      type: "object",
      ...(properties.length > 0 && { properties: Object.fromEntries(properties.map((property) => [property.name, schemaOfProperty(property)])) }),
      ...(required.length > 0 && { required }),
      additionalProperties: index ? schemaOf(index.type) : false,
    };
  };

  /** Of old values only their names are told: what is nested holds no more than what changed. */
  const schemaOfProperty = (property) => {
    const type = checker.getTypeOfSymbol(property);
    if (property.name !== "previous_attributes") return schemaOf(type);
    const names = checker.getPropertiesOfType(checker.getNonNullableType(type)).map(({ name }) => [name, {}]);
    return { type: "object", properties: Object.fromEntries(names), additionalProperties: false };
  };

  return {
    schemaOf,
    /** Each event, and all of them together as `Event`. */
    events: () => {
      const own = [...events.byName].map(([name, type]) => [name, schemaOf(type)]);
      definitions.set("Event", { type: "object", discriminator: { propertyName: "type" }, required: ["type"], oneOf: own.map(([, schema]) => schema) });
      return Object.fromEntries(own);
    },
    definitions: () => Object.fromEntries([...definitions].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** Types are named by their place in the package; instances of generics have no name of their own. */
function namesFor(checker) {
  const names = new Map();
  return (type) => {
    if (!type.symbol || type.symbol.flags & ts.SymbolFlags.TypeLiteral || (type.aliasTypeArguments ?? checker.getTypeArguments(type)).length > 0) return undefined;
    if (!names.has(type.symbol)) {
      const [, path, own] = /resources\/(.*)"\.(.*)$/.exec(checker.getFullyQualifiedName(type.symbol)) ?? [undefined, "x", type.symbol.name];
      names.set(type.symbol, [...path.split("/").slice(0, -1), own].join("."));
    }
    return names.get(type.symbol);
  };
}

/** What is no object; undefined for an object. */
function simpleSchema(checker, type) {
  if (type.isLiteral()) return { const: type.value };
  if (type.flags & TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === "true" };
  const simple = [
    [TypeFlags.String, { type: "string" }],
    [TypeFlags.Number, { type: "number" }],
    [TypeFlags.Null, { type: "null" }],
    [TypeFlags.Any | TypeFlags.Unknown, {}],
  ];
  return simple.find(([flags]) => type.flags & flags)?.[1];
}

const isVoid = (type) => Boolean(type.flags & TypeFlags.Void) || (type.isUnion() && type.types.every(({ flags }) => flags & (TypeFlags.Void | TypeFlags.Undefined)));

const isDecimal = (type) => type.symbol?.name === "DecimalImpl" || type.aliasSymbol?.name === "Decimal" || type.symbol?.name === "Decimal";

/** The kind that an object's own `object` field names. */
export function kindOf(checker, type) {
  const property = type.getProperty?.("object");
  const own = property && checker.getTypeOfSymbol(property);
  return own?.isStringLiteral() ? own.value : undefined;
}

/** `true | false` is a boolean. */
function withoutDoubles(schemas) {
  const texts = new Set(schemas.map((schema) => JSON.stringify(schema)));
  const isBoolean = texts.has('{"const":true}') && texts.has('{"const":false}');
  const different = schemas.filter((schema, place) => schemas.findIndex((other) => JSON.stringify(other) === JSON.stringify(schema)) === place);
  return isBoolean ? [{ type: "boolean" }, ...different.filter(({ const: value }) => typeof value !== "boolean")] : different;
}
