import type DataLoader from "dataloader";

import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";
import type { StatsRecord } from "./stats.rules";

const SELECT = { practices: true, answers: true, correct: true, levelsCompleted: true, currentStreak: true, longestStreak: true, lastPracticeDay: true } as const;

/** Each learner's sums, loaded in batches; null for who has never finished a practice. */
export function statsOf(ctx: Context): Pick<DataLoader<string, StatsRecord | null>, "load" | "clear"> {
  return loaderOf<string, StatsRecord>(ctx, "learning.stats", async (userIds) => {
    const rows = await ctx.db.learnerStats.findMany({ where: { userId: { in: [...userIds] } }, select: { userId: true, ...SELECT } });
    return new Map(rows.map(({ userId, ...stats }) => [userId, stats]));
  });
}

/** The learner's sums, there from now on, and locked until the transaction ends: saves of one learner take turns. */
export async function getStatsLocked(ctx: Context, userId: string): Promise<StatsRecord> {
  await ctx.db.learnerStats.createMany({ data: [{ userId }], skipDuplicates: true });
  await ctx.db.$queryRaw`select 1 from "learner_stats" where "userId" = ${userId}::uuid for update`;
  return ctx.db.learnerStats.findUniqueOrThrow({ where: { userId }, select: SELECT });
}

export async function writeStats(ctx: Context, userId: string, stats: StatsRecord): Promise<void> {
  await ctx.db.learnerStats.update({ where: { userId }, data: stats, select: { userId: true } });
}
