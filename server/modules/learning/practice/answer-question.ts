import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { badInput, notFound, Refusal } from "../../../platform/refusal";
import type { Exercise } from "../exercises/exercise";
import { grade } from "../grading.rules";
import { type AnswerRecord, findAnswer, insertAnswer } from "./answers.store";
import { isInTime, statusAt } from "./practice.rules";
import { advance, findPracticeLocked, type PracticeRecord } from "./practices.store";
import { questionAt } from "./questions";
import { type GivenAnswer, readAnswer } from "./read-answer";

export interface AnswerToQuestion extends GivenAnswer {
  practiceId: string;
  index: number;
}

/** An answer that counts, with the practice as it stands after it. */
export interface Answered {
  practice: PracticeRecord;
  exercise: Exercise;
  answer: AnswerRecord;
}

/**
 * Takes the answer to the practice's next question and grades it; one that comes after the level's time is wrong. The
 * same answer sent again gives the same result. Refuses a practice that is not the learner's (NOT_FOUND), an answer of
 * another form or out of nowhere (BAD_USER_INPUT), and another answer to an answered question, one out of order or one
 * after the end (CONFLICT).
 */
export function answerQuestion(ctx: Context, input: AnswerToQuestion): Promise<Answered> {
  const { userId } = viewerOf(ctx);
  return inTransaction(ctx, async (ctx) => {
    const practice = await findPracticeLocked(ctx, userId, input.practiceId);
    if (!practice) throw notFound("practice");
    refuseUnlessDue(ctx, practice, input.index);
    const exercise = questionAt(ctx.config, practice, input.index);
    const given = readAnswer(exercise, input);
    if (input.index < practice.answered) return { practice, exercise, answer: await sameAnswer(ctx, practice, { index: input.index, given }) };
    const answer = await insertAnswer(ctx, practice.id, graded(ctx, practice, { exercise, given }));
    return { practice: await advance(ctx, practice), exercise, answer };
  });
}

function refuseUnlessDue(ctx: Context, practice: PracticeRecord, index: number): void {
  if (index < 0) throw badInput("index", "Questions are counted from 0.");
  const status = statusAt(practice, ctx.clock.now());
  if (status === "FINISHED") throw new Refusal("CONFLICT", "This practice is finished.");
  if (status === "EXPIRED") throw new Refusal("CONFLICT", "This practice has expired. Please start a new one.");
  if (index >= practice.questionCount) throw new Refusal("CONFLICT", `This practice ends with question ${practice.questionCount}.`);
  if (index > practice.answered) throw new Refusal("CONFLICT", `Question ${practice.answered + 1} comes first.`);
}

async function sameAnswer(ctx: Context, practice: PracticeRecord, { index, given }: { index: number; given: string[] }): Promise<AnswerRecord> {
  const answer = await findAnswer(ctx, practice.id, index);
  const same = answer?.given.length === given.length && given.every((id, at) => id === answer.given[at]);
  if (!answer || !same) throw new Refusal("CONFLICT", `Question ${index + 1} is answered already.`);
  return answer;
}

function graded(ctx: Context, practice: PracticeRecord, { exercise, given }: { exercise: Exercise; given: string[] }): AnswerRecord {
  const { answered: index, servedAt, level } = practice;
  const answeredAt = ctx.clock.now();
  const inTime = isInTime(level.timeLimitMs, servedAt, answeredAt);
  const result = inTime ? grade(exercise, given) : { correct: false, credit: 0 };
  return { index, given, ...result, inTime, servedAt, answeredAt };
}
