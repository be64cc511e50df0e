import type { Context } from "../../../platform/context";
import { findUser } from "../../accounts";
import { localDay } from "../progress.rules";

/** The calendar day, YYYY-MM-DD, that it is now where the learner is. */
export async function todayOf(ctx: Context, userId: string): Promise<string> {
  const user = await findUser(ctx, userId);
  return localDay(ctx.clock.now(), user?.timeZone ?? "UTC");
}
