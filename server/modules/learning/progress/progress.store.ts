import type DataLoader from "dataloader";

import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";

/** Where a learner stands on one level. */
export interface ProgressRecord {
  id: string;
  levelId: string;
  bestScore: number;
  completed: boolean;
  completedAt: Date | null;
  stars: number;
  attempts: number;
  updatedAt: Date;
}

const SELECT = { id: true, levelId: true, bestScore: true, completed: true, completedAt: true, stars: true, attempts: true, updatedAt: true } as const;

/** All that each learner has reached, loaded in batches: one statement, however many learners and levels are asked for. */
export function progressOf(ctx: Context): Pick<DataLoader<string, ProgressRecord[] | null>, "load" | "clear"> {
  return loaderOf<string, ProgressRecord[]>(ctx, "learning.progress", async (userIds) => {
    const rows = await ctx.db.progress.findMany({ where: { userId: { in: [...userIds] } }, select: { userId: true, ...SELECT } });
    const found = new Map<string, ProgressRecord[]>(userIds.map((id) => [id, []]));
    for (const { userId, ...row } of rows) found.get(userId)?.push(row);
    return found;
  });
}

export async function progressOn(ctx: Context, userId: string, levelId: string): Promise<ProgressRecord | null> {
  const all = await progressOf(ctx).load(userId);
  return all?.find((progress) => progress.levelId === levelId) ?? null;
}

export async function getProgressOn(ctx: Context, userId: string, levelId: string): Promise<ProgressRecord> {
  const progress = await progressOn(ctx, userId, levelId);
  if (!progress) throw new Error(`There is no progress on ${levelId}, where a practice of it was finished.`);
  return progress;
}

/** As it is in the database now, past the loader: for a transaction that holds the learner's lock (see stats.store). */
export function findProgress(ctx: Context, userId: string, levelId: string): Promise<ProgressRecord | null> {
  return ctx.db.progress.findUnique({ where: { userId_levelId: { userId, levelId } }, select: SELECT });
}

export async function writeProgress(ctx: Context, userId: string, { levelId, ...reached }: Omit<ProgressRecord, "id">): Promise<void> {
  await ctx.db.progress.upsert({
    where: { userId_levelId: { userId, levelId } },
    create: { id: ctx.random.uuid(), userId, levelId, ...reached },
    update: reached,
    select: { id: true },
  });
}
