import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { notFound, Refusal } from "../../../platform/refusal";
import { record } from "../../audit";
import { curriculum } from "../curriculum/curriculum";
import { answersOf } from "../practice/answers.store";
import { statusAt } from "../practice/practice.rules";
import { findPracticeLocked, markFinished, type PracticeRecord } from "../practice/practices.store";
import { questionsOf } from "../practice/questions";
import { mergeProgress } from "../progress.rules";
import { refuseUnlessOpen } from "../progress/access";
import { findProgress, progressOf, writeProgress } from "../progress/progress.store";
import { addToStats } from "../progress/stats.rules";
import { getStatsLocked, statsOf, writeStats } from "../progress/stats.store";
import { todayOf } from "../progress/today";
import { type AttemptRecord, findAttempt, insertAttempt } from "./attempts.store";
import { outcomeOf } from "./outcome.rules";

/** A finished practice with its grade. */
export interface FinishedPractice {
  practice: PracticeRecord;
  attempt: AttemptRecord;
}

/**
 * Ends a practice, grades it once more from the stored answers (the unanswered count as wrong) and saves what the
 * learner has reached: attempt, progress, statistics, streak and audit entry, all or nothing. Called again, or by two
 * devices at once, it gives the same result and counts once. Refuses a practice that is not the learner's (NOT_FOUND),
 * one that has expired (CONFLICT), and a level that the learner has lost access to (PREMIUM_REQUIRED, LEVEL_LOCKED).
 */
export async function saveProgress(ctx: Context, practiceId: string): Promise<FinishedPractice> {
  const { userId } = viewerOf(ctx);
  const finished = await inTransaction(ctx, async (ctx) => {
    const practice = await findPracticeLocked(ctx, userId, practiceId);
    if (!practice) throw notFound("practice");
    const before = await findAttempt(ctx, practice.id);
    if (before) return { practice, attempt: before };
    return finish(ctx, practice);
  });
  progressOf(ctx).clear(userId);
  statsOf(ctx).clear(userId);
  return finished;
}

async function finish(ctx: Context, practice: PracticeRecord): Promise<FinishedPractice> {
  const { level } = practice;
  if (statusAt(practice, ctx.clock.now()) === "EXPIRED") throw new Refusal("CONFLICT", "This practice has expired. Please start a new one.");
  await refuseUnlessOpen(ctx, curriculum.levelOf(level.id) ?? level);
  const attempt = await saveAttempt(ctx, practice);
  await markFinished(ctx, practice);
  await record(ctx, {
    category: "BUSINESS",
    action: "learning.practice.finished",
    description: `A practice of ${level.id} “${level.title}” was finished and ${attempt.passed ? "passed" : "not passed"}.`,
    subjectId: practice.userId,
    metadata: { practiceId: practice.id, levelId: level.id, levelVersion: level.version, score: attempt.score, passed: attempt.passed, stars: attempt.stars },
  });
  return { practice: { ...practice, status: "FINISHED" }, attempt };
}

/** Writes the attempt and what follows from it. The learner's statistics are locked first, so that saves take turns. */
async function saveAttempt(ctx: Context, practice: PracticeRecord): Promise<AttemptRecord> {
  const { id: practiceId, userId, level } = practice;
  const stats = await getStatsLocked(ctx, userId);
  const before = await findProgress(ctx, userId, level.id);
  const answers = await answersOf(ctx, practiceId);
  const outcome = outcomeOf(level, questionsOf(ctx.config, practice), answers);
  const finishedAt = ctx.clock.now();
  const day = await todayOf(ctx, userId);
  const { score, ...reached } = mergeProgress(before && { ...before, score: before.bestScore }, outcome);

  await writeProgress(ctx, userId, {
    levelId: level.id,
    bestScore: score,
    ...reached,
    completedAt: before?.completedAt ?? (reached.completed ? finishedAt : null),
    updatedAt: finishedAt,
  });
  const completesLevel = reached.completed && !before?.completed;
  await writeStats(ctx, userId, addToStats(stats, { answers: answers.length, correct: outcome.correct, completesLevel, day }));
  return insertAttempt(ctx, {
    practiceId,
    userId,
    levelId: level.id,
    levelVersion: level.version,
    questionCount: practice.questionCount,
    ...outcome,
    newBest: outcome.score > (before?.bestScore ?? 0),
    localDay: day,
    finishedAt,
  });
}
