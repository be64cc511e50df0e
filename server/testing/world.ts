import { type App, createApp } from "../app/create-app";
import { contextForJob } from "../app/create-context";
import { after, days } from "../platform/clock";
import { type Config, readConfig } from "../platform/config";
import type { Context, Gateways } from "../platform/context";
import { createLog } from "../platform/log";
import { hashPassword } from "../platform/passwords";
import { systemRandom } from "../platform/random";
import { signAccessToken } from "../platform/tokens";
import { addressOf, type Api, apiAt } from "./api";
import { recordedMail, type RecordedMail } from "./recorded-mail";
import { createTestDatabase } from "./test-database";
import { type TestClock, testClock } from "./test-clock";

/** Good enough for zxcvbn, and the same for everybody that a test makes. */
export const PASSWORD = "practise-every-day";

export interface Person {
  id: string;
  email: string;
  sessionId: string;
  accessToken: string;
}

/** A whole Etude of a test's own: its server on a free port, its database, its clock and its mail. */
export interface World {
  app: App;
  config: Config;
  clock: TestClock;
  mail: RecordedMail;
  db: Context["db"];
  /** Does every job that waits. */
  drain(): Promise<void>;
  /** A context for calling a use case directly. */
  context(): Context;
  aLearner(some?: { email?: string; timeZone?: string; verified?: boolean; name?: string }): Promise<Person>;
  aMember(): Promise<Person>;
  anAdmin(): Promise<Person>;
  /** A caller with that person's access token. */
  as(person: Person): Api;
  /** A caller that nobody knows. */
  nobody(): Api;
  /** A caller that keeps its cookies. */
  browser(): Api;
  close(): Promise<void>;
}

/** Cheap on purpose: a test hashes many passwords. */
const PASSWORD_COST = 4;

const secretOf = (purpose: string) => `a secret for tests only: ${purpose} 0123456789`;

function configFor(databaseUrl: string, settings: Partial<Config>): Config {
  const config = readConfig({
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: "5",
    API_PORT: "0",
    JWT_SECRETS: secretOf("tokens"),
    QUESTION_SECRETS: secretOf("questions"),
    SEALING_SECRET: secretOf("mails"),
    WEB_PROXY_SECRET: secretOf("proxy"),
    STRIPE_WEBHOOK_SECRETS: "whsec_for_tests_only_0123456789,whsec_the_next_one_0123456789",
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
    RATE_LIMIT_SCALE: "1000",
  });
  return { ...config, passwordCost: PASSWORD_COST, ...settings };
}

/** Opens a world. `settings` replace parts of its configuration; limits are out of the way unless they are set. `gateways` replace parts of the outside world. */
export async function openWorld(settings: Partial<Config> = {}, gateways: Partial<Gateways> = {}): Promise<World> {
  const database = await createTestDatabase();
  const config = configFor(database.url, settings);
  const clock = testClock();
  const mail = recordedMail();
  const app = createApp(config, { clock, gateways: { mail, ...gateways }, log: createLog(config.log) });
  await app.listen();
  const base = addressOf(app.httpServer);
  const { db } = app.parts;
  const people = peopleIn({ app, config, clock });

  return {
    app,
    config,
    clock,
    mail,
    db,
    ...people,
    drain: () => app.drain(),
    context: () => contextForJob(app.parts, "test"),
    as: (person) => apiAt(base, { bearer: person.accessToken }),
    nobody: () => apiAt(base),
    browser: () => apiAt(base, { keepCookies: true }),
    async close() {
      await app.stop();
      await database.drop();
    },
  };
}

function peopleIn({ app, config, clock }: { app: App; config: Config; clock: TestClock }): Pick<World, "aLearner" | "aMember" | "anAdmin"> {
  const { db } = app.parts;
  let made = 0;
  let passwordHash: Promise<string> | undefined;

  const somebody = async (role: "LEARNER" | "ADMIN", some: Parameters<World["aLearner"]>[0] = {}): Promise<Person> => {
    passwordHash ??= hashPassword(PASSWORD, PASSWORD_COST);
    const now = clock.now();
    const email = some.email ?? `learner-${++made}@etude.test`;
    const session = { id: systemRandom.uuid(), createdAt: now, lastSeenAt: now, reauthenticatedAt: now, expiresAt: after(now, days(180)) };
    const user = await db.user.create({
      data: {
        email,
        emailKey: email.toLowerCase(),
        name: some.name ?? null,
        role,
        timeZone: some.timeZone ?? "UTC",
        passwordHash: await passwordHash,
        emailVerifiedAt: some.verified === false ? null : now,
        createdAt: now,
        sessions: { create: session },
      },
    });
    const { token } = signAccessToken(config.jwtSecrets, clock, { userId: user.id, sessionId: session.id });
    return { id: user.id, email, sessionId: session.id, accessToken: token };
  };

  return {
    aLearner: (some) => somebody("LEARNER", some),
    anAdmin: () => somebody("ADMIN"),
    async aMember() {
      const person = await somebody("LEARNER");
      await db.entitlement.create({ data: { userId: person.id, source: "GRANT", sourceId: "test", createdAt: clock.now() } });
      return person;
    },
  };
}
