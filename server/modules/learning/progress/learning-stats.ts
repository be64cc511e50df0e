import type { Context } from "../../../platform/context";
import { statsSeenOn } from "./stats.rules";
import { statsOf } from "./stats.store";

/** A learner's statistics as they are seen on a day (YYYY-MM-DD) where the learner is. */
export async function learningStats(ctx: Context, userId: string, day: string) {
  const stats = await statsOf(ctx).load(userId);
  return statsSeenOn(day, stats ?? undefined);
}
