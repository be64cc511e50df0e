import { minutes } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { recordRefusal } from "../../audit";
import type { Heard } from "../exercises/exercise";
import { solutionOf } from "../exercises/generate";
import { findAnswer } from "../practice/answers.store";
import { findPractice, type PracticeRecord } from "../practice/practices.store";
import { questionAt, seedOf } from "../practice/questions";
import { jitterOf } from "./jitter";
import { pianoBank } from "./piano-bank";
import { renderWav } from "./render";

/** A place as it comes in from outside: `part` is question, solution or yours. */
export interface AskedSound {
  practiceId: string;
  index: number;
  part: string;
}

/** Rendering takes about 5 ms of a processor, so it is not free for the asking: four a second is more than ears can use. */
export const SOUND_LIMIT = { name: "learning-sound", max: 240, window: minutes(1) };

/**
 * What can be heard of a question, as a WAV file; null for all that the caller may not hear or that is silent. It is
 * for the practising learner only: the question once it was handed out, its solution and the answer that was given
 * once it is answered, everything when the practice is finished. Refuses more than 240 a minute (RATE_LIMITED).
 */
export async function practiceSound(ctx: Context, { practiceId, index, part }: AskedSound): Promise<Buffer | null> {
  const practice = ctx.viewer && (await findPractice(ctx, ctx.viewer.userId, practiceId));
  if (!practice || !isQuestion(practice, index)) return null;
  const heard = await heardOf(ctx, practice, { index, part });
  if (!heard) return null;
  await countSound(ctx, practice.userId);
  return renderWav(heard, pianoBank(ctx.config.pianoBank), jitterOf(seedOf(ctx.config, practice), index));
}

/** Counts one rendering. One too many is noted before it is refused. */
async function countSound(ctx: Context, userId: string): Promise<void> {
  try {
    await ctx.throttle.count(SOUND_LIMIT, userId);
  } catch (error) {
    if (error instanceof Refusal) await recordRefusal(ctx, { action: "limit.hit", description: "Sound was asked for too often.", subjectId: userId, metadata: { limit: SOUND_LIMIT.name } });
    throw error;
  }
}

const isQuestion = ({ questionCount }: PracticeRecord, index: number) => Number.isInteger(index) && index >= 0 && index < questionCount;

async function heardOf(ctx: Context, practice: PracticeRecord, { index, part }: { index: number; part: string }): Promise<Heard | null> {
  const isAnswered = index < practice.answered || practice.status === "FINISHED";
  const isServed = isAnswered || (index === practice.answered && practice.servedAt !== null);
  const exercise = questionAt(ctx.config, practice, index);
  if (part === "question") return isServed ? exercise.heard : null;
  if (part === "solution") return isAnswered ? solutionOf(exercise, exercise.answer).heard : null;
  const answer = part === "yours" ? await findAnswer(ctx, practice.id, index) : null;
  return answer && solutionOf(exercise, answer.given).heard;
}
