import type { Context } from "../../../platform/context";

/** A practice that was finished, as it was graded. `localDay` is the learner's calendar day, YYYY-MM-DD. */
export interface AttemptRecord {
  practiceId: string;
  userId: string;
  levelId: string;
  levelVersion: number;
  score: number;
  correct: number;
  questionCount: number;
  passed: boolean;
  stars: number;
  newBest: boolean;
  localDay: string;
  finishedAt: Date;
}

const SELECT = {
  practiceId: true,
  userId: true,
  levelId: true,
  levelVersion: true,
  score: true,
  correct: true,
  questionCount: true,
  passed: true,
  stars: true,
  newBest: true,
  localDay: true,
  finishedAt: true,
} as const;

export function findAttempt(ctx: Context, practiceId: string): Promise<AttemptRecord | null> {
  return ctx.db.attempt.findUnique({ where: { practiceId }, select: SELECT });
}

export function insertAttempt(ctx: Context, attempt: AttemptRecord): Promise<AttemptRecord> {
  return ctx.db.attempt.create({ data: { id: ctx.random.uuid(), ...attempt }, select: SELECT });
}
