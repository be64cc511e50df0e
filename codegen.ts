import type { CodegenConfig } from "@graphql-codegen/cli";

/** schema.graphql and the queries at the foot of the routes → typed documents in web/app/gql. */
const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: ["web/app/**/*.tsx", "web/app/**/*.ts", "!web/app/gql/**"],
  ignoreNoDocuments: true,
  generates: {
    "web/app/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        scalars: { ID: "string", DateTime: "string" },
      },
    },
  },
};

export default config;
