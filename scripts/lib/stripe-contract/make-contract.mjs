import ts from "typescript";
import { readFileSync } from "node:fs";
import { inRoot } from "../paths.mjs";
import { methodsOf } from "./methods.mjs";
import { sandboxNeeds } from "./needs.mjs";
import { kindOf, schemaMaker } from "./schemas.mjs";

const PACKAGE = "node_modules/stripe";

/** The contract as text, and the routes of the sandbox that Stripe's package does not know. */
export function makeContract() {
  const needs = sandboxNeeds(inRoot("sandbox/stripe"));
  const entry = inRoot(PACKAGE, "esm/stripe.esm.node.d.ts");
  const program = ts.createProgram([entry], { moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, strict: true, skipLibCheck: true, types: ["node"] });
  const checker = program.getTypeChecker();
  const methods = methodsOf(program, inRoot(PACKAGE, "esm"));
  const maker = schemaMaker(checker, needs.kinds, eventTypes(program, checker, needs.kinds));
  const known = needs.routes.filter((route) => methods.has(shapeOf(route)));
  const routes = known.map((route) => {
    const { params, answer } = methods.get(shapeOf(route))();
    return [route, { params: params ? maker.schemaOf(params) : { type: "object", additionalProperties: false }, answer: maker.schemaOf(answer) }];
  });
  const events = maker.events();
  const contract = { stripe: JSON.parse(readFileSync(inRoot(PACKAGE, "package.json"), "utf8")).version, routes: Object.fromEntries(routes), events, $defs: maker.definitions() };
  return { text: asText(contract), unknownRoutes: needs.routes.filter((route) => !methods.has(shapeOf(route))) };
}

/** A route by its shape: names of parameters say nothing. */
const shapeOf = (route) => route.replace(/:\w+/g, ":");

/** The declared type of each event that tells of a kind of object that the sandbox keeps, by its name. */
function eventTypes(program, checker, kinds) {
  const file = program.getSourceFiles().find(({ fileName }) => fileName.endsWith("/esm/resources/Events.d.ts"));
  const union = checker.getExportsOfModule(checker.getSymbolAtLocation(file)).find(({ name }) => name === "Event");
  const told = (type) => kindOf(checker, checker.getTypeOfSymbol(checker.getTypeOfSymbol(type.getProperty("data")).getProperty("object")));
  const all = checker.getDeclaredTypeOfSymbol(union).types.filter((type) => kinds.has(told(type)));
  const named = all.map((type) => [checker.getTypeOfSymbol(type.getProperty("type")).value, type]);
  return { union: checker.getDeclaredTypeOfSymbol(union), byName: new Map(named.sort(([one], [other]) => (one < other ? -1 : 1))) };
}

/** One line for each route, event and definition, so that a change of Stripe's is a readable diff. */
function asText({ stripe, routes, events, $defs }) {
  const part = (name, entries) => `"${name}": {\n${Object.entries(entries).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n")}\n}`;
  return `{\n"stripe": ${JSON.stringify(stripe)},\n${part("routes", routes)},\n${part("events", events)},\n${part("$defs", $defs)}\n}\n`;
}
