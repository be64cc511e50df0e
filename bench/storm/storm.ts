import { randomUUID } from "node:crypto";
import { Client } from "pg";
import Stripe from "stripe";

import { startSandbox } from "../../sandbox/testing";
import { deliver, shuffled } from "./deliver";
import { expectedFrom, type Expected } from "./expected";
import { heldIn, type Held } from "./held";
import { allEvents, makeHistory, type Member } from "./history";
import { type RunningServer, startServer } from "./servers";

export interface StormSettings {
  /** A migrated, empty database. */
  databaseUrl: string;
  /** Another one, for the calm after the storm: the same events, in order, once. */
  calmDatabaseUrl: string;
  members: number;
  /** How often each event is delivered. */
  copies: number;
  /** Repeats the same storm. */
  seed: number;
  /** Whether one of the two servers is killed half-way. */
  kill: boolean;
}

export interface StormReport {
  events: number;
  deliveries: number;
  held: Held;
  /** What follows from the list of events. */
  expected: Expected;
  /** What one server holds that was told the same in order, each event once. */
  calm: Held;
  /** Events by what became of them. */
  outcomes: Record<string, number>;
  /** Events that stand in the inbox more or less than once. */
  notOnce: number;
  /** `delivered`: what came out at the mailbox. */
  mails: { rows: number; sentTwice: number; unsent: number; delivered: number };
  milliseconds: { p50: number; p99: number; whole: number };
}

const SECRET = "whsec_of_a_storm_0123456789abcdef";
const SETTLES_WITHIN_MS = 150_000;
const LOOK_EVERY_MS = 250;
const QUIET_LOOKS = 4;

/**
 * Lets members live through months at the sandbox, delivers all that Stripe would have said of it to two servers, doubled and
 * shuffled, and tells what is left; beside what a third server holds that was told the same in order.
 */
export async function runStorm(settings: StormSettings): Promise<StormReport> {
  const sandbox = await startSandbox();
  const stripe = sdkFor(sandbox.url);
  const users = Array.from({ length: settings.members }, (_, index) => ({ id: randomUUID(), email: `member-${index + 1}@etude.test` }));
  try {
    const members = await makeHistory(stripe, users);
    const { expected, ...report } = await withServers({ count: 2, databaseUrl: settings.databaseUrl, sandboxUrl: sandbox.url, users }, (db, servers) =>
      storm({ ...settings, stripe, db, servers, members, sandboxUrl: sandbox.url }),
    );
    const calm = await withServers({ count: 1, databaseUrl: settings.calmDatabaseUrl, sandboxUrl: sandbox.url, users }, async (db, servers) => {
      await deliver(await allEvents(stripe), { urls: servers.map(({ url }) => url), secret: SECRET, atOnce: 1 });
      await untilQuiet(db, async () => true);
      return heldIn(db);
    });
    return { ...report, expected, calm };
  } finally {
    await sandbox.stop();
  }
}

interface Stage {
  count: number;
  databaseUrl: string;
  sandboxUrl: string;
  users: readonly { id: string; email: string }[];
}

/** Servers on a database that knows the users. */
async function withServers<Result>({ count, databaseUrl, sandboxUrl, users }: Stage, play: (db: Client, servers: readonly RunningServer[]) => Promise<Result>): Promise<Result> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  const servers: RunningServer[] = [];
  try {
    await insertUsers(db, users);
    const env = environmentFor(databaseUrl, sandboxUrl);
    servers.push(...(await Promise.all(Array.from({ length: count }, () => startServer(env)))));
    return await play(db, servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await db.end();
  }
}

interface Storm extends Omit<StormSettings, "members"> {
  stripe: Stripe;
  db: Client;
  servers: readonly RunningServer[];
  members: readonly Member[];
  sandboxUrl: string;
}

async function storm({ stripe, db, servers, members, copies, seed, kill, sandboxUrl }: Storm): Promise<Omit<StormReport, "calm">> {
  const began = performance.now();
  const history = await allEvents(stripe);
  const urls = servers.map(({ url }) => url);
  const half = Math.floor((history.length * copies) / 2);
  const onTaken = (count: number) => void (kill && count === half && servers[1]?.kill());
  const took = await deliver(shuffled(Array.from({ length: copies }, () => history).flat(), seed), { urls, secret: SECRET, onTaken });

  const told = new Set(history.map(({ id }) => id));
  await untilQuiet(db, async () => {
    // What the server did at Stripe in answer (an end after a refund, say) makes events too.
    const more = (await allEvents(stripe)).filter(({ id }) => !told.has(id));
    more.forEach(({ id }) => told.add(id));
    if (more.length > 0) await deliver(shuffled([...more, ...more, ...more], seed), { urls, secret: SECRET });
    return more.length === 0;
  });

  const events = await allEvents(stripe);
  return {
    events: events.length,
    deliveries: events.length * copies,
    held: await heldIn(db),
    expected: expectedFrom(events, members),
    ...(await inboxIn(db, events.length)),
    mails: { ...(await mailsIn(db)), delivered: await mailsAt(sandboxUrl) },
    milliseconds: { ...spread(took), whole: Math.round(performance.now() - began) },
  };
}

async function mailsAt(sandboxUrl: string): Promise<number> {
  return ((await (await fetch(`${sandboxUrl}/mail.json`)).json()) as unknown[]).length;
}

/** Waits until nothing new is to be told, no event waits and no job is due. */
async function untilQuiet(db: Client, nothingNew: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + SETTLES_WITHIN_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    if (Date.now() > until) throw new Error(`The storm did not settle: ${JSON.stringify(await restless(db))}`);
    const { events, jobs } = await restless(db);
    quiet = (await nothingNew()) && events === 0 && jobs === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function restless(db: Client): Promise<{ events: number; jobs: number; lastError: string | null }> {
  const { rows } = await db.query(`select
    (select count(*)::int from webhook_event where status in ('PENDING', 'FAILED')) as events,
    (select count(*)::int from graphile_worker.jobs where run_at < now() + interval '10 minutes' and attempts < max_attempts) as jobs,
    (select max(last_error) from graphile_worker.jobs) as "lastError"`);
  return rows[0] as { events: number; jobs: number; lastError: string | null };
}

async function inboxIn(db: Client, sent: number): Promise<Pick<StormReport, "outcomes" | "notOnce">> {
  const { rows } = await db.query(`select status, count(*)::int from webhook_event group by 1`);
  const outcomes = Object.fromEntries((rows as { status: string; count: number }[]).map(({ status, count }) => [status, count]));
  return { outcomes, notOnce: Math.abs(sent - Object.values(outcomes).reduce((total, count) => total + count, 0)) };
}

async function mailsIn(db: Client): Promise<Omit<StormReport["mails"], "delivered">> {
  const { rows } = await db.query(`select count(*)::int as rows, count(*) filter (where attempts > 1)::int as "sentTwice", count(*) filter (where status <> 'SENT')::int as unsent from email_message`);
  return rows[0] as Omit<StormReport["mails"], "delivered">;
}

function spread(took: readonly number[]): { p50: number; p99: number } {
  const sorted = [...took].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}

const sdkFor = (sandboxUrl: string) => {
  const { hostname, port } = new URL(sandboxUrl);
  return new Stripe("sk_test_storm", { host: hostname, port, protocol: "http", telemetry: false });
};

async function insertUsers(db: Client, users: Stage["users"]): Promise<void> {
  await db.query(
    `insert into app_user (id, email, "emailKey", "emailVerifiedAt", "passwordHash", "createdAt", "updatedAt")
     select id, email, email, now(), '-', now(), now() from unnest($1::uuid[], $2::text[]) as person(id, email)`,
    [users.map(({ id }) => id), users.map(({ email }) => email)],
  );
}

const secretOf = (purpose: string) => `a secret for storms only: ${purpose} 0123456789`;

const environmentFor = (databaseUrl: string, sandboxUrl: string): NodeJS.ProcessEnv => ({
  NODE_ENV: "development",
  HOST: "127.0.0.1",
  DATABASE_URL: databaseUrl,
  SANDBOX_URL: sandboxUrl,
  STRIPE_SECRET_KEY: "sk_test_storm",
  STRIPE_API_BASE: sandboxUrl,
  STRIPE_WEBHOOK_SECRETS: SECRET,
  JWT_SECRETS: secretOf("tokens"),
  QUESTION_SECRETS: secretOf("questions"),
  SEALING_SECRET: secretOf("mails"),
  WEB_PROXY_SECRET: secretOf("proxy"),
  RATE_LIMIT_SCALE: "1000",
  LOG_LEVEL: process.env.STORM_LOG_LEVEL ?? "error",
});
