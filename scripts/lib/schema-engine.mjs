import { readFileSync } from "node:fs";
import { MIGRATIONS, migrations, schemaFiles } from "./migrations.mjs";
import { inRoot } from "./paths.mjs";

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations that a database lacks, in order, and tells their names.
 * Refuses when one that is in the database was changed since.
 */
export async function applyMigrations(databaseUrl, list = migrations()) {
  const migrationDirectories = list.map(({ name, sql }) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } } }));
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  const migrationsList = { baseDir: MIGRATIONS, lockfile, shadowDbInitScript: "", migrationDirectories };
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) => engine.applyMigrations({ migrationsList, filters: NO_FILTERS }));
  return appliedMigrationNames;
}

/**
 * The SQL that leads from the schema which the last migration was made for to the schema files as they are now; empty when they agree.
 * The engine can't read a PostgreSQL through the adapter (the catalogue's "char" columns stop it), so each migration keeps
 * the schema it leads to beside its SQL. It still wants a connection, of which it then asks nothing.
 */
export async function diffSinceLastMigration(anyDatabaseUrl) {
  const last = migrations().at(-1);
  const from = last ? { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: last.schema }] } : { tag: "empty" };
  const to = { tag: "schemaDatamodel", files: schemaFiles() };
  const { exitCode, stdout } = await withSchemaEngine(anyDatabaseUrl, (engine) => engine.diff({ from, to, script: true, exitCode: true, filters: NO_FILTERS }));
  return exitCode === 2 ? stdout : "";
}

/** Prisma's own schema engine as WebAssembly: its command line tool would download a binary. It keeps the `_prisma_migrations` table that `prisma migrate deploy` keeps. */
async function withSchemaEngine(databaseUrl, use) {
  const [{ SchemaEngine }, { PrismaPg }, { bindMigrationAwareSqlAdapterFactory }, { default: pg }] = await Promise.all([
    (loaded ??= loadEngine()),
    import("@prisma/adapter-pg"),
    import("@prisma/driver-adapter-utils"),
    import("pg"),
  ]);
  const pool = new pg.Pool({ connectionString: databaseUrl });
  try {
    const datamodels = schemaFiles().map(({ path, content }) => [path, content]);
    const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool)));
    return await use(engine);
  } catch (error) {
    throw new Error(error.message.replace(/\n\s+0: [^]*/, "")); // the engine's own call stack
  } finally {
    await pool.end();
  }
}

/** Once a process: its bindings hold a single instance. */
let loaded;

async function loadEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(inRoot("node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}
