import { Client } from "pg";

/** A database of a test's own, copied from the migrated template that `npm test` prepares. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

let made = 0;

export async function createTestDatabase(): Promise<TestDatabase> {
  const { admin, template } = prepared();
  const name = `etude_${process.env.JEST_WORKER_ID ?? "0"}_${process.pid}_${++made}`;
  await asAdmin(admin, [`create database "${name}" template "${template}"`]);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => asAdmin(admin, dropWhenLeft(name)) };
}

/** Connections that are closing get two seconds to do so: one that was cut off would fail whatever test runs by then. */
const dropWhenLeft = (name: string): string[] => [
  `do $$ begin
    for look in 1..100 loop
      exit when not exists (select from pg_stat_activity where datname = '${name}');
      perform pg_sleep(0.02), pg_stat_clear_snapshot();
    end loop;
  end $$`,
  `drop database if exists "${name}" with (force)`,
];

function prepared() {
  const { TEST_DATABASE_URL: admin, TEST_TEMPLATE: template } = process.env;
  if (!admin || !template) throw new Error("These tests need a PostgreSQL with a migrated template. `npm test -- PATH` prepares one.");
  return { admin, template };
}

async function asAdmin(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
