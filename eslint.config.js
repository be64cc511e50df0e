import boundaries from "eslint-plugin-boundaries";
import importX from "eslint-plugin-import-x";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import tseslint from "typescript-eslint";

/** Lowest first: a module may import the face (index.ts) of any module before it, and nothing after it. */
const LADDER = ["audit", "messaging", "accounts", "billing", "learning", "admin"];

const THIRD_PARTIES = ["stripe", "@sendgrid/*", "@mailchimp/*"];

/** What intervals and chords are, and chance that can be repeated: as pure as our own rules. */
const PURE_PACKAGES = ["tonal", "pure-rand"];

const element = (type) => ({ element: { type } });
const sameFolder = (type) => ({ element: { type, captured: { name: "{{ from.element.captured.name }}" } } });
const module = (name) => ({ element: { type: "module", captured: { name } } });
const packages = (...source) => ({ module: { origin: "external", ...(source.length && { source }) } });

/** The last policy that fits decides. */
const whoMayImportWhom = [
  { allow: { to: { module: { origin: ["external", "core"] } } } },

  // server: app > modules > platform, gateways beside; calls go down the ladder
  { from: { file: { categories: "entry" } }, allow: { to: [element("app"), element("platform")] } },
  { from: { file: { categories: "seed" } }, allow: { to: [{ file: { categories: "seed" } }, ...["app", "module", "platform", "sandbox"].map(element)] } },
  { from: element("app"), allow: { to: ["app", "module", "gateway", "platform"].map(element) } },
  { from: element("module"), allow: { to: [sameFolder("module"), element("platform"), { file: { categories: "port" } }] } },
  ...LADDER.flatMap((name, rung) =>
    LADDER.slice(0, rung).map((below) => ({
      from: module(name),
      allow: { to: { ...module(below), file: { categories: "face" } } },
    })),
  ),
  { from: element("gateway"), allow: { to: [sameFolder("gateway"), element("platform")] } },
  { from: element("platform"), allow: { to: [element("platform"), { file: { categories: "port" } }] } },
  { from: element("sandbox"), allow: { to: [element("sandbox")] } },
  { from: element("testing"), allow: { to: ["testing", "app", "module", "gateway", "platform", "sandbox"].map(element) } },
  { from: { file: { categories: "test" } }, allow: { to: ["testing", "app", "sandbox"].map(element) } },
  { from: element("bench"), allow: { to: ["bench", "testing", "sandbox"].map(element) } },

  // web: routes > features > ui; the API's types come only through gql
  { from: element("routes"), allow: { to: ["feature", "ui", "lib", "gql"].map(element) } },
  { from: element("feature"), allow: { to: [sameFolder("feature"), element("ui"), element("lib"), element("gql")] } },
  { from: element("ui"), allow: { to: [element("ui")] } },
  { from: element("lib"), allow: { to: [element("lib"), element("gql")] } },
  { from: { file: { categories: "web-frame" } }, allow: { to: ["feature", "ui", "lib", "gql", "styles"].map(element) } },
  { from: element("journeys"), allow: { to: ["journeys", "testing"].map(element) } },

  // the two edges
  { from: { element: { type: "!(gateway|sandbox|bench)" } }, disallow: { to: packages(...THIRD_PARTIES) }, message: "Third parties live in server/gateways, and where they are played." },
  {
    from: { file: { categories: "rules" } },
    disallow: { to: [{ file: { categories: ["store", "door", "face"] } }, element("platform"), { module: { origin: ["external", "core"] } }] },
    message: "Rules are pure: no database, no clock, no packages.",
  },
  { from: { file: { categories: "theory" } }, allow: { to: packages(...PURE_PACKAGES) } },
  { from: { file: { categories: "test" } }, allow: { to: { module: { origin: ["external", "core"] } } } },
];

const sizes = {
  "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
  "max-params": ["error", 3],
  complexity: ["error", 10],
};

export default tseslint.config(
  { ignores: ["build/**", ".cache/**", ".data/**", "web/app/gql/**", "server/platform/prisma/**"] },
  { files: ["scripts/**/*.mjs", "*.js"], rules: { ...sizes, "no-unused-vars": ["error", { ignoreRestSiblings: true }] } },
  {
    files: ["server/**/*.ts", "sandbox/**/*.ts", "bench/**/*.ts", "prisma/**/*.ts", "web/**/*.{ts,tsx}"],
    languageOptions: { parser: tseslint.parser },
    plugins: { boundaries, "import-x": importX, "@typescript-eslint": tseslint.plugin },
    settings: {
      "import/resolver": { typescript: { alwaysTryTypes: true } },
      "import-x/resolver-next": [createTypeScriptImportResolver()],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
      "boundaries/elements": [
        { type: "app", pattern: "server/app" },
        { type: "module", pattern: "server/modules/*", capture: ["name"] },
        { type: "gateway", pattern: "server/gateways/*", capture: ["name"] },
        { type: "platform", pattern: "server/platform" },
        { type: "testing", pattern: "server/testing" },
        { type: "sandbox", pattern: "sandbox" },
        { type: "routes", pattern: "web/app/routes" },
        { type: "feature", pattern: "web/app/features/*", capture: ["name"] },
        { type: "ui", pattern: "web/app/ui" },
        { type: "lib", pattern: "web/app/lib" },
        { type: "gql", pattern: "web/app/gql" },
        { type: "styles", pattern: "web/app/styles" },
        { type: "journeys", pattern: "web/e2e" },
        { type: "bench", pattern: "bench/*" },
      ],
      "boundaries/files": [
        { category: "entry", pattern: "server/*.ts" },
        { category: "seed", pattern: "prisma/*.ts" },
        { category: "face", pattern: "server/modules/*/index.ts" },
        { category: "port", pattern: "server/gateways/*/port.ts" },
        { category: "rules", pattern: ["**/*.rules.ts", "server/modules/learning/music/**", "server/modules/learning/exercises/**"] },
        { category: "theory", pattern: ["server/modules/learning/music/**", "server/modules/learning/exercises/**"] },
        { category: "store", pattern: "**/*.store.ts" },
        { category: "door", pattern: ["**/*.resolver.ts", "**/*.webhook.ts", "**/*.job.ts"] },
        { category: "web-frame", pattern: ["web/*.ts", "web/app/*.{ts,tsx}"] },
        { category: "test", pattern: ["**/*.test.{ts,tsx}", "**/second-opinion/**"] },
      ],
    },
    rules: {
      ...sizes,
      "boundaries/dependencies": ["error", { default: "disallow", checkAllOrigins: true, checkInternals: true, policies: whoMayImportWhom }],
      "import-x/no-cycle": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["server/modules/**/*.ts"],
    ignores: ["**/*.store.ts", "**/*.test.ts"],
    rules: {
      "no-restricted-syntax": ["error", { selector: "MemberExpression[property.name='db']", message: "Only *.store.ts talks to the database." }],
    },
  },
  {
    files: ["server/modules/**/*.ts"],
    ignores: ["**/*.resolver.ts", "**/*.graphql.ts", "**/*.webhook.ts", "**/index.ts", "**/*.test.ts"],
    rules: {
      "no-restricted-imports": ["error", { paths: ["graphql", "type-graphql", "express"].map((name) => ({ name, message: "The business does not know its transport." })) }],
    },
  },
  {
    files: ["server/**/*.ts"],
    ignores: ["server/*.ts", "server/platform/config.ts", "server/testing/**", "**/*.test.ts"],
    rules: {
      "no-restricted-properties": ["error", { object: "process", property: "env", message: "Only platform/config.ts reads the environment; the entries hand it over." }],
    },
  },
  // Resolvers and Express' error handlers have four parameters by contract.
  { files: ["server/app/**/*.ts", "server/platform/*-directive.ts", "sandbox/**/*.ts"], rules: { "max-params": ["error", 4] } },
  { files: ["server/**/*.ts", "sandbox/**/*.ts", "web/app/{features,lib,ui}/**"], ignores: ["**/*.d.ts"], rules: { "import-x/no-default-export": "error" } },
  { files: ["web/app/**/*.tsx"], rules: { "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }] } },
  { files: ["**/*.test.{ts,tsx}"], rules: { "max-lines-per-function": "off", "max-lines": ["error", { max: 400 }] } },
);
