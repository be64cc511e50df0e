import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { DataValidateFunction } from "ajv/dist/types";

import contract from "./stripe-contract.json";

/** A JSON Schema, as far as the contract uses them. */
export interface Schema {
  $ref?: string;
  type?: "object" | "array" | "string" | "number" | "boolean" | "null";
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  enum?: readonly unknown[];
  const?: unknown;
  pattern?: string;
}

interface Contract {
  stripe: string;
  routes: Readonly<Record<string, { params: Schema; answer: Schema }>>;
  events: Readonly<Record<string, Schema>>;
  $defs: Readonly<Record<string, Schema>>;
}

const { routes, events, $defs } = contract as unknown as Contract;

/** Routes that Stripe's own command line calls and its package doesn't know. */
export const OUTSIDE_THE_CONTRACT: readonly string[] = ["GET /v1/payment_pages/:session", "POST /v1/payment_pages/:session/confirm"];

/** What a route takes and gives; undefined for one that is outside the contract. */
export const termsOf = (route: string): { params: Schema; answer: Schema } | undefined => routes[route];

/** The schema itself, where it is given by name. */
export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.replace("#/$defs/", "");
  return name === undefined ? schema : resolved($defs[name] ?? {});
}

const ID = "stripe";
const validators = new Map<string, ValidateFunction>();

/** Whether a definition is one of Stripe's objects, or of its events. They lead to each other, so each is compiled when one of its kind is seen. */
const isKind = (name: string): boolean => name === "Event" || $defs[name]?.properties?.object !== undefined;

const asCompiled = <T>(schema: T): T =>
  JSON.parse(JSON.stringify(schema), (_key, value: Schema) => {
    const name = value?.$ref?.replace("#/$defs/", "");
    return name === undefined ? value : isKind(name) ? { kind: name } : { $ref: `${ID}#/$defs/${name}` };
  }) as T;

// Stripe's schemas are made, not written: their form needs no check at each start.
const ajv = new Ajv({ strict: false, validateSchema: false });
ajv.addKeyword({ keyword: "kind", schemaType: "string", errors: "full", compile: (name: string) => whenSeen(name) });
ajv.addSchema({ $id: ID, $defs: asCompiled($defs) });

/** Checks an object of a kind; of events, by their types. */
function whenSeen(name: string): DataValidateFunction {
  const check: DataValidateFunction = (data: { type?: string } | null, at) => {
    const validate = validatorOf(name === "Event" ? eventName(data?.type) : name);
    const fits = validate(data);
    check.errors = (validate.errors ?? []).map((error) => ({ ...error, instancePath: `${at?.instancePath ?? ""}${error.instancePath}` }));
    return fits;
  };
  return check;
}

const eventName = (type = ""): string => events[type]?.$ref?.replace("#/$defs/", "") ?? "Unknown";

function validatorOf(name: string, schema: Schema = $defs[name] ?? { enum: [] }): ValidateFunction {
  const known = validators.get(name) ?? ajv.compile(asCompiled(schema));
  validators.set(name, known);
  return known;
}

function complaint(name: string, schema: Schema, value: unknown): string | null {
  const validate = validatorOf(name, schema);
  return validate(value) ? null : inWords(value, validate.errors ?? []);
}

/** Of a union that doesn't fit, the alternative that fitted furthest says what is wrong. */
function inWords(value: unknown, errors: readonly ErrorObject[]): string {
  const deepest = Math.max(...errors.map(({ instancePath }) => instancePath.length));
  const told = errors.filter(({ instancePath }) => instancePath.length === deepest).map(({ instancePath, message, params }) => `${instancePath || "/"} ${String(message)} ${JSON.stringify(params)}`);
  return `${[...new Set(told)].join("; ")}, in ${JSON.stringify(value).slice(0, 400)}`;
}

/** Why an answer is not what Stripe would send; null when it is. */
export function complaintAboutAnswer(route: string, body: unknown): string | null {
  const terms = termsOf(route);
  return terms ? complaint(route, terms.answer, body) : null;
}

/** Why an event is none that Stripe would send; null when it is. */
export function complaintAboutEvent(event: { type: string }): string | null {
  const schema = events[event.type];
  return schema ? complaint(eventName(event.type), resolved(schema), event) : `Stripe has no event of type ${event.type}, or the contract is stale.`;
}
