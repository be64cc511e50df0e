import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./paths.mjs";

export const MIGRATIONS = inRoot("prisma/migrations");

/** The migrations on disk, oldest first, each with the schema that it leads to. */
export function migrations() {
  if (!existsSync(MIGRATIONS)) return [];
  const names = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  return names.map((name) => {
    const read = (file) => readFileSync(join(MIGRATIONS, name, file), "utf8");
    return { name, sql: read("migration.sql"), schema: read("schema-after.txt") };
  });
}

/** Keeps a new migration, named by the moment in UTC, and gives its folder. */
export function writeMigration(name, sql) {
  const moment = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS, `${moment}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  writeFileSync(join(folder, "schema-after.txt"), schemaFiles().map(({ content }) => content.trim()).join("\n\n") + "\n");
  writeFileSync(join(MIGRATIONS, "migration_lock.toml"), 'provider = "postgresql"\n');
  return folder;
}

/** The schema as it is written now: the datasource, then the tables of each module. */
export function schemaFiles() {
  const models = readdirSync(inRoot("prisma/models")).filter((name) => name.endsWith(".prisma")).sort();
  const paths = ["prisma/schema.prisma", ...models.map((name) => `prisma/models/${name}`)];
  return paths.map((path) => ({ path: inRoot(path), content: readFileSync(inRoot(path), "utf8") }));
}
