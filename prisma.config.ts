import { defineConfig } from "prisma/config";

/** For Prisma's own command line (`generate`, `studio`, and `migrate deploy` where its engine can be downloaded). */
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "" },
});
