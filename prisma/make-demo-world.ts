import { createParts } from "../server/app/create-app";
import { contextForJob, type Parts } from "../server/app/create-context";
import { grantPremium } from "../server/modules/billing";
import type { Exercise } from "../server/modules/learning/exercises/exercise";
import { answerQuestion } from "../server/modules/learning/practice/answer-question";
import { questionsOf } from "../server/modules/learning/practice/questions";
import { startPractice } from "../server/modules/learning/practice/start-practice";
import { saveProgress } from "../server/modules/learning/result/save-progress";
import { after, days, hours, seconds } from "../server/platform/clock";
import type { Config } from "../server/platform/config";
import type { Context } from "../server/platform/context";
import { hashPassword } from "../server/platform/passwords";
import type { DemoStripe } from "./demo-stripe";
import { buySubscription } from "./demo-subscription";
import { DEMO_PASSWORD, type DemoPerson, people } from "./demo-world";

const SECONDS_FOR_AN_ANSWER = 2;

/** A clock that is set here, so that what is practised happened on the days that the demo world tells of. */
const clock = { instant: new Date(), now: () => clock.instant };

/** Opens a Stripe where premium can be bought in the past; null where there is none. */
export type OpenStripe = (now: () => Date) => Promise<DemoStripe | null>;

/**
 * Makes the demo accounts with the weeks that lie behind them, through the use cases that learners use. Refuses a
 * database that has accounts, and a production that is one. Without a Stripe, premium is given rather than bought.
 */
export async function makeDemoWorld(config: Config, openStripe: OpenStripe = async () => null): Promise<void> {
  if (config.production && !config.rehearsal) throw new Error("Production has no demo accounts.");
  const { parts, redis } = createParts(config, { clock });
  try {
    if ((await parts.db.user.count()) > 0) throw new Error("There are accounts already: demo accounts are for an empty database.");
    const passwordHash = await hashPassword(DEMO_PASSWORD, config.passwordCost);
    for (const person of people) await settle(parts, { ...person, passwordHash, openStripe });
  } finally {
    redis?.disconnect();
    await parts.db.$disconnect();
  }
}

async function settle(parts: Parts, person: DemoPerson & { passwordHash: string; openStripe: OpenStripe }): Promise<void> {
  const { email, name, role, joinedDaysAgo, passwordHash } = person;
  const now = new Date();
  clock.instant = after(now, -days(joinedDaysAgo));
  const joined = { createdAt: clock.instant, emailVerifiedAt: clock.instant };
  const { id } = await parts.db.user.create({ data: { email, emailKey: email, name, role, passwordHash, ...joined }, select: { id: true } });
  const ctx: Context = { ...contextForJob(parts, "seed"), viewer: { userId: id, sessionId: "", role } };
  if (person.premiumSinceDaysAgo !== null) await getPremium(ctx, { userId: id, name, daysAgo: person.premiumSinceDaysAgo }, person.openStripe);
  for (const { daysAgo, levelId, wrong } of person.practised) {
    clock.instant = after(now, -days(daysAgo) - hours(1));
    await practise({ ...ctx, loaders: new Map() }, levelId, wrong);
  }
}

async function getPremium(ctx: Context, bought: { userId: string; name: string; daysAgo: number }, openStripe: OpenStripe): Promise<void> {
  clock.instant = after(new Date(), -days(bought.daysAgo));
  const stripe = await openStripe(clock.now);
  if (!stripe) return void (await grantPremium(ctx, bought.userId, { name: "demo account", validUntil: null }));
  try {
    await buySubscription(ctx.config, { ...bought, clock, stripe });
  } finally {
    await stripe.stop();
  }
}

/** A whole practice with so many wrong answers, spread over it. */
async function practise(ctx: Context, levelId: string, wrong: number): Promise<void> {
  const practice = await startPractice(ctx, levelId);
  const exercises = questionsOf(ctx.config, practice);
  const every = wrong > 0 ? Math.floor(exercises.length / wrong) : Infinity;
  for (const [index, exercise] of exercises.entries()) {
    clock.instant = after(clock.instant, seconds(SECONDS_FOR_AN_ANSWER));
    const slip = index % every === every - 1 && index / every < wrong;
    await answerQuestion(ctx, { practiceId: practice.id, index, ...answerTo(exercise, !slip) });
  }
  await saveProgress(ctx, practice.id);
}

function answerTo({ answerForm, answer, choices }: Exercise, right: boolean) {
  const other = choices.find(({ id }) => id !== answer[0])?.id ?? "";
  if (answerForm === "CHOICE") return { choice: right ? answer[0] : other };
  return { sequence: right ? answer : [other, ...answer.slice(1)] };
}
