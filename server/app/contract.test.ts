import { readFileSync } from "node:fs";
import { buildSchema, findBreakingChanges, type GraphQLField, type GraphQLSchema } from "graphql";

import { printedSchema } from "./print-schema";

/** What may be asked without a session. Every other root field says @auth. */
const PUBLIC = new Set([
  ...["Query.me", "Query.prices", "Query.tracks", "Query.level"],
  ...["Mutation.register", "Mutation.verifyEmail", "Mutation.login", "Mutation.refreshSession", "Mutation.resendVerification", "Mutation.logout"],
  ...["Mutation.requestPasswordReset", "Mutation.resetPassword", "Mutation.confirmEmailChange", "Mutation.undoEmailChange"],
]);

/** What the core promises and administration has yet to give. */
const OWED = [
  ...["Query.user", "Query.users", "Query.auditLogs", "Query.businessMetrics"],
  ...["Mutation.setUserRole", "Mutation.suspendUser", "Mutation.reinstateUser"],
];

const core = buildSchema(readFileSync("docs/contract/core.graphql", "utf8"));
const served = buildSchema(printedSchema());

const rootFields = (schema: GraphQLSchema): [string, GraphQLField<unknown, unknown>][] =>
  [schema.getQueryType(), schema.getMutationType()].flatMap((root) => Object.values(root?.getFields() ?? {}).map((field) => [`${root?.name}.${field.name}`, field] as [string, typeof field]));

const roleFor = (field: GraphQLField<unknown, unknown>): string | null => {
  const auth = field.astNode?.directives?.find((directive) => directive.name.value === "auth");
  const requires = auth?.arguments?.find((argument) => argument.name.value === "requires")?.value;
  return auth ? (requires && "value" in requires ? String(requires.value) : "LEARNER") : null;
};

test("schema.graphql in the repository is the schema that is served", () => {
  expect(readFileSync("schema.graphql", "utf8")).toBe(printedSchema());
});

test("every promise of the core is kept, but for the fields that administration owes", () => {
  const missing = new Set(OWED);
  const broken = findBreakingChanges(core, served)
    .filter(({ type }) => type !== "DIRECTIVE_REMOVED" && type !== "TYPE_REMOVED" && type !== "FIELD_REMOVED")
    .map(({ description }) => description);
  const removed = findBreakingChanges(core, served)
    .filter(({ type }) => type === "FIELD_REMOVED")
    .map(({ description }) => description.replace(" was removed.", ""));
  expect(broken).toEqual([]);
  expect(removed.filter((name) => !missing.has(name))).toEqual([]);
});

test("what is named as owed is really not there yet", () => {
  const fieldOf = (name: string) => {
    const [type = "", field = ""] = name.split(".");
    const found = served.getType(type);
    return found && "getFields" in found ? found.getFields()[field] : undefined;
  };
  expect(OWED.filter(fieldOf)).toEqual([]);
});

test("every root field says who may call it, or is on the list of public ones", () => {
  const silent = rootFields(served).filter(([name, field]) => (roleFor(field) === null) !== PUBLIC.has(name));
  expect(silent.map(([name]) => name)).toEqual([]);
});

test("every root field asks for the role that the core promises", () => {
  const promised = new Map(rootFields(core).map(([name, field]) => [name, roleFor(field)]));
  const wrong = rootFields(served).filter(([name, field]) => promised.has(name) && promised.get(name) !== roleFor(field));
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test("the printed schema names its roots, so that Subscription stays an ordinary type", () => {
  expect(printedSchema()).toMatch(/^schema \{\n {2}query: Query\n {2}mutation: Mutation\n\}/);
  expect(served.getSubscriptionType()).toBeFalsy();
});
