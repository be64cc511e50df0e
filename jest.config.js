/** Four projects: the server's modules on a real PostgreSQL, the web app's own logic, storms on built server processes, and journeys in a real browser. */
const transform = {
  "^.+\\.(t|j)sx?$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false, react: { runtime: "automatic" } },
      },
      module: { type: "commonjs" },
    },
  ],
};
/** Packages that ship only ES modules, which Jest's CommonJS world must transform too. */
const onlyEsm = ["pure-rand", "@zxcvbn-ts", "mpg123-decoder", "@wasm-audio-decoders", "graphql-rate-limit"];
const base = { transform, transformIgnorePatterns: [`/node_modules/(?!(${onlyEsm.join("|")})/)`], testEnvironment: "node" };

export default {
  projects: [
    { ...base, displayName: "server", testMatch: ["<rootDir>/server/**/*.test.ts", "<rootDir>/sandbox/**/*.test.ts", "<rootDir>/prisma/**/*.test.ts"] },
    { ...base, displayName: "web", testMatch: ["<rootDir>/web/app/**/*.test.ts", "<rootDir>/web/app/**/*.test.tsx"] },
    { ...base, displayName: "storms", testMatch: ["<rootDir>/bench/**/*.test.ts"] },
    { ...base, displayName: "journeys", testMatch: ["<rootDir>/web/e2e/**/*.test.ts"] },
  ],
};
