import type { Context } from "../../../platform/context";
import { curriculum } from "../curriculum/curriculum";
import type { Level } from "../curriculum/level";
import { suggestLevel } from "../progress.rules";
import { accessOf, isInPlan, isOpenTo } from "./access";

/** What the caller had best practise next; null when every level that the plan allows is passed. */
export async function suggestedLevel(ctx: Context): Promise<Level | null> {
  const access = await accessOf(ctx);
  return suggestLevel(curriculum, access.completed, (level) => isInPlan(level, access));
}

/** What follows a passed level: the next open one of its track that is not passed yet, or else what is suggested. */
export async function levelAfter(ctx: Context, { id, track }: Level): Promise<Level | null> {
  const access = await accessOf(ctx);
  const levels = curriculum.tracks.find((it) => it.id === track)?.levels ?? [];
  const following = levels.slice(levels.findIndex((level) => level.id === id) + 1);
  return following.find((level) => !access.completed.has(level.id) && isOpenTo(level, access)) ?? suggestedLevel(ctx);
}
