import type { Context } from "../../../platform/context";

/** All that is kept of a person's learning, for that person's data export. */
export async function exportLearning(ctx: Context, userId: string) {
  const stats = await ctx.db.learnerStats.findUnique({
    where: { userId },
    select: { practices: true, answers: true, correct: true, levelsCompleted: true, currentStreak: true, longestStreak: true, lastPracticeDay: true },
  });
  const progress = await ctx.db.progress.findMany({
    where: { userId },
    orderBy: { updatedAt: "asc" },
    select: { levelId: true, bestScore: true, completed: true, completedAt: true, stars: true, attempts: true, updatedAt: true },
  });
  const practices = await ctx.db.practice.findMany({
    where: { userId },
    orderBy: { startedAt: "asc" },
    select: {
      id: true,
      levelId: true,
      levelVersion: true,
      status: true,
      startedAt: true,
      finishedAt: true,
      attempt: { select: { score: true, correct: true, questionCount: true, passed: true, stars: true, localDay: true } },
      answers: { orderBy: { index: "asc" }, select: { index: true, given: true, correct: true, credit: true, inTime: true, answeredAt: true } },
    },
  });
  return { stats, progress, practices };
}
