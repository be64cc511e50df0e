import { after } from "../../../platform/clock";
import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { notFound, Refusal } from "../../../platform/refusal";
import { curriculum } from "../curriculum/curriculum";
import { refuseUnlessOpen } from "../progress/access";
import { OPEN_FOR_MS } from "./practice.rules";
import { expirePractices, findOpenPractice, insertUnlessOpen, type PracticeRecord } from "./practices.store";
import { secretVersionNow } from "./questions";

/**
 * Begins a practice of a level, or gives back the one that is under way: two tabs at once get the same. Refuses an
 * unknown level (NOT_FOUND) and one that the learner may not practise yet (PREMIUM_REQUIRED, then LEVEL_LOCKED).
 */
export async function startPractice(ctx: Context, levelId: string): Promise<PracticeRecord> {
  const { userId } = viewerOf(ctx);
  const level = curriculum.levelOf(levelId);
  if (!level) throw notFound("level");
  await refuseUnlessOpen(ctx, level);
  return inTransaction(ctx, async (ctx) => {
    const startedAt = ctx.clock.now();
    await expirePractices(ctx, userId, levelId);
    await insertUnlessOpen(ctx, {
      id: ctx.random.uuid(),
      userId,
      level,
      secretVersion: secretVersionNow(ctx.config),
      startedAt,
      expiresAt: after(startedAt, OPEN_FOR_MS),
    });
    const practice = await findOpenPractice(ctx, userId, levelId);
    if (!practice) throw new Refusal("CONFLICT", "This practice was just finished elsewhere. Please start again.");
    return practice;
  });
}
