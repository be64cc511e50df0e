import { StripeRefusal } from "../books";
import { resolved, type Schema } from "../contract/contract";
import type { Params } from "./form";

/** A parameter that is refused. */
class Refused extends StripeRefusal {
  constructor(message: string, param: string, code?: string) {
    super(400, { type: "invalid_request_error", message, param, ...(code && { code }) });
  }
}

/** A form's texts as the types that the contract names. Throws Stripe's 400 for what is unknown, missing or of another form. */
export const readParams = (schema: Schema, form: Params): Params => read(schema, form, "") as Params;

function read(given: Schema, value: unknown, param: string): unknown {
  const schema = resolved(given);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return readOneOf(alternatives, value, param);
  if (schema.enum !== undefined || schema.const !== undefined) return readLiteral(schema.enum ?? [schema.const], value, param);
  return schema.type ? READERS[schema.type](schema, value, param) : value;
}

/** Texts stay texts where they may: what `metadata` holds is never a number. */
const rank = ({ enum: literals, type }: Schema): number => (literals ? 0 : type === "string" ? 1 : 2);

function readOneOf(alternatives: readonly Schema[], value: unknown, param: string): unknown {
  const all = alternatives.map(resolved).sort((one, other) => rank(one) - rank(other));
  const failures: Refused[] = [];
  for (const schema of all.filter(({ type }) => type !== "null")) {
    try {
      return read(schema, value, param);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      failures.push(error);
    }
  }
  throw failures.sort((one, other) => (other.body.param ?? "").length - (one.body.param ?? "").length)[0] ?? new Refused(`Invalid ${param}`, param);
}

function readLiteral(literals: readonly unknown[], value: unknown, param: string): unknown {
  const found = literals.find((literal) => String(literal) === value);
  if (found !== undefined) return found;
  const names = literals.filter((literal) => literal !== "").map(String);
  throw new Refused(`Invalid ${param}: must be one of ${names.slice(0, -1).join(", ")}${names.length > 1 ? ", or " : ""}${names.at(-1) ?? ""}`, param);
}

type Reader = (schema: Schema, value: unknown, param: string) => unknown;

const READERS: Readonly<Record<NonNullable<Schema["type"]>, Reader>> = {
  string({ pattern }, value, param) {
    if (typeof value !== "string") throw new Refused(`Invalid string: ${JSON.stringify(value)}`, param, "parameter_invalid_string");
    if (pattern && !new RegExp(pattern).test(value)) throw new Refused(`Invalid decimal: ${value}`, param);
    return value;
  },
  number(_schema, value, param) {
    if (typeof value !== "string" || !/^-?\d+(\.\d+)?$/.test(value)) throw new Refused(`Invalid integer: ${String(value)}`, param, "parameter_invalid_integer");
    return Number(value);
  },
  boolean(_schema, value, param) {
    if (value !== "true" && value !== "false") throw new Refused(`Invalid boolean: ${String(value)}`, param);
    return value === "true";
  },
  null(_schema, _value, param) {
    throw new Refused(`Invalid value for ${param}`, param);
  },
  array({ items = {} }, value, param) {
    if (typeof value !== "object" || value === null) throw new Refused("Invalid array", param);
    return Object.values(value).map((item, place) => read(items, item, `${param}[${place}]`));
  },
  object: readFields,
};

function readFields({ properties = {}, required = [], additionalProperties: others = true }: Schema, value: unknown, param: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Refused("Invalid object", param);
  const named = (field: string) => (param ? `${param}[${field}]` : field);
  const fields = value as Params;
  for (const field of required) refuseMissing(fields[field], named(field));
  return Object.fromEntries(
    Object.entries(fields).map(([field, inner]) => {
      const schema = Object.hasOwn(properties, field) ? properties[field] : others;
      if (!schema) throw new Refused(`Received unknown parameter: ${named(field)}`, named(field), "parameter_unknown");
      return [field, schema === true ? inner : read(schema, inner, named(field))];
    }),
  );
}

function refuseMissing(value: unknown, param: string): void {
  if (value === undefined) throw new Refused(`Missing required param: ${param}.`, param, "parameter_missing");
  if (value !== "") return;
  throw new Refused(`You passed an empty string for '${param}'. We assume empty values are an attempt to unset a field; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`, param, "parameter_invalid_empty");
}
