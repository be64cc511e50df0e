import type { Context } from "../../../platform/context";
import { isId } from "../../../platform/ids";
import { type Level, levelSchema } from "../curriculum/level";
import type { PracticeStatus } from "./practice.rules";

/** A practice as it is kept. `level` is the one that was pinned when it began; `status` knows nothing of the clock. */
export interface PracticeRecord {
  id: string;
  userId: string;
  level: Level;
  secretVersion: string;
  status: PracticeStatus;
  questionCount: number;
  answered: number;
  servedAt: Date | null;
  startedAt: Date;
  expiresAt: Date;
}

type NewPractice = Pick<PracticeRecord, "id" | "userId" | "level" | "secretVersion" | "startedAt" | "expiresAt">;

const SELECT = {
  id: true,
  userId: true,
  pinnedLevel: true,
  secretVersion: true,
  status: true,
  questionCount: true,
  answered: true,
  servedAt: true,
  startedAt: true,
  expiresAt: true,
} as const;

const recordOf = <Row extends { pinnedLevel: unknown }>({ pinnedLevel, ...row }: Row) => ({ ...row, level: levelSchema.parse(pinnedLevel) });

/** A learner's own practice; null for an id that is malformed, unknown or somebody else's. */
export async function findPractice(ctx: Context, userId: string, id: string): Promise<PracticeRecord | null> {
  if (!isId(id)) return null;
  const row = await ctx.db.practice.findFirst({ where: { id, userId }, select: SELECT });
  return row && recordOf(row);
}

/** The same, and until the transaction ends nobody else may write to it. */
export async function findPracticeLocked(ctx: Context, userId: string, id: string): Promise<PracticeRecord | null> {
  if (!isId(id)) return null;
  await ctx.db.$queryRaw`select 1 from "practice" where "id" = ${id}::uuid and "userId" = ${userId}::uuid for update`;
  return findPractice(ctx, userId, id);
}

/** The practice that can be gone on with: of that level, or the latest of all. */
export async function findOpenPractice(ctx: Context, userId: string, levelId?: string): Promise<PracticeRecord | null> {
  const row = await ctx.db.practice.findFirst({
    where: { userId, levelId, status: "IN_PROGRESS", expiresAt: { gt: ctx.clock.now() } },
    orderBy: { startedAt: "desc" },
    select: SELECT,
  });
  return row && recordOf(row);
}

/** Notes that time has run out for the learner's practice of that level, so that a new one may begin. */
export async function expirePractices(ctx: Context, userId: string, levelId: string): Promise<void> {
  await ctx.db.practice.updateMany({
    where: { userId, levelId, status: "IN_PROGRESS", expiresAt: { lte: ctx.clock.now() } },
    data: { status: "EXPIRED" },
  });
}

/** Begins a practice, unless one of the level is under way: then nothing is written, however many ask at once. */
export async function insertUnlessOpen(ctx: Context, { level, ...practice }: NewPractice): Promise<void> {
  const pinned = { levelId: level.id, levelVersion: level.version, pinnedLevel: level, questionCount: level.questionCount };
  await ctx.db.practice.createMany({ data: [{ ...practice, ...pinned }], skipDuplicates: true });
}

/** Starts the clock of a question, once: whoever asks later finds it running. */
export async function markServed(ctx: Context, { id, answered }: PracticeRecord): Promise<void> {
  await ctx.db.practice.updateMany({ where: { id, answered, servedAt: null }, data: { servedAt: ctx.clock.now() } });
}

/** One question more is answered; the next has not been handed out. */
export async function advance(ctx: Context, { id }: PracticeRecord): Promise<PracticeRecord> {
  const row = await ctx.db.practice.update({ where: { id }, data: { answered: { increment: 1 }, servedAt: null }, select: SELECT });
  return recordOf(row);
}

export async function markFinished(ctx: Context, { id }: PracticeRecord): Promise<void> {
  await ctx.db.practice.update({ where: { id }, data: { status: "FINISHED", finishedAt: ctx.clock.now() }, select: { id: true } });
}
