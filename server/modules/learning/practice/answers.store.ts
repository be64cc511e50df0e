import type { Context } from "../../../platform/context";

/** What was given to one question of a practice, and how it was graded then. */
export interface AnswerRecord {
  index: number;
  given: string[];
  correct: boolean;
  credit: number;
  inTime: boolean;
  servedAt: Date | null;
  answeredAt: Date;
}

const SELECT = { index: true, given: true, correct: true, credit: true, inTime: true, servedAt: true, answeredAt: true } as const;

export function findAnswer(ctx: Context, practiceId: string, index: number): Promise<AnswerRecord | null> {
  return ctx.db.practiceAnswer.findUnique({ where: { practiceId_index: { practiceId, index } }, select: SELECT });
}

export function answersOf(ctx: Context, practiceId: string): Promise<AnswerRecord[]> {
  return ctx.db.practiceAnswer.findMany({ where: { practiceId }, orderBy: { index: "asc" }, select: SELECT });
}

export function insertAnswer(ctx: Context, practiceId: string, answer: AnswerRecord): Promise<AnswerRecord> {
  return ctx.db.practiceAnswer.create({ data: { practiceId, ...answer }, select: SELECT });
}
