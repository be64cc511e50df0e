import type { Context } from "../../../platform/context";
import { publicQuestion } from "../exercises/public-question";
import { soundUrl } from "../sound/sound-url";
import { statusAt } from "./practice.rules";
import { markServed, type PracticeRecord } from "./practices.store";
import { questionAt } from "./questions";

/**
 * What the learner may know of the next question, whose clock starts when it is first handed out. Null when there is
 * none: all are answered, or the practice is over.
 */
export async function serveQuestion(ctx: Context, practice: PracticeRecord) {
  const { answered: index, questionCount, level } = practice;
  if (index >= questionCount || statusAt(practice, ctx.clock.now()) !== "IN_PROGRESS") return null;
  if (!practice.servedAt) await markServed(ctx, practice);
  const exercise = questionAt(ctx.config, practice, index);
  const audioUrl = exercise.heard && soundUrl(ctx.config, { practiceId: practice.id, index, part: "question" });
  return { ...publicQuestion(exercise, index, level), audioUrl };
}

export type ServedQuestion = NonNullable<Awaited<ReturnType<typeof serveQuestion>>>;
