import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { entitlementOf } from "../../billing";
import { curriculum } from "../curriculum/curriculum";
import type { Level } from "../curriculum/level";
import { isUnlocked } from "../progress.rules";
import { progressOf } from "./progress.store";

/** What decides over a caller's access to levels. Nobody is on the free plan and has completed nothing. */
export interface Access {
  premium: boolean;
  completed: ReadonlySet<string>;
}

export async function accessOf(ctx: Context): Promise<Access> {
  if (!ctx.viewer) return { premium: false, completed: new Set() };
  const { userId } = ctx.viewer;
  const [entitlement, progress] = await Promise.all([entitlementOf(ctx).load(userId), progressOf(ctx).load(userId)]);
  const completed = (progress ?? []).filter((it) => it.completed).map(({ levelId }) => levelId);
  return { premium: entitlement?.plan === "PREMIUM", completed: new Set(completed) };
}

export const isInPlan = (level: Level, { premium }: Pick<Access, "premium">): boolean => level.free || premium;

export const isOpenTo = (level: Level, access: Access): boolean => isInPlan(level, access) && isUnlocked(level, access.completed);

/** Refuses a level that the caller may not practise: PREMIUM_REQUIRED is told before LEVEL_LOCKED. */
export async function refuseUnlessOpen(ctx: Context, level: Level): Promise<void> {
  const access = await accessOf(ctx);
  if (!isInPlan(level, access)) throw new Refusal("PREMIUM_REQUIRED", `“${level.title}” is part of Etude Premium.`);
  if (isUnlocked(level, access.completed)) return;
  const missing = level.requires.filter((id) => !access.completed.has(id)).map((id) => `“${curriculum.levelOf(id)?.title ?? id}”`);
  throw new Refusal("LEVEL_LOCKED", `“${level.title}” opens once you have passed ${missing.join(" and ")}.`);
}
