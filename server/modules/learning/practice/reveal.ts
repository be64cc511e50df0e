import type { Context } from "../../../platform/context";
import type { Exercise } from "../exercises/exercise";
import { explain, solutionOf } from "../exercises/generate";
import { type SoundPlace, soundUrl } from "../sound/sound-url";
import { type AnswerRecord, answersOf } from "./answers.store";
import type { PracticeRecord } from "./practices.store";
import { questionsOf } from "./questions";

/** An answer to be seen and heard: the right one, or the learner's own. */
export interface ShownAnswer {
  choices: string[];
  text: string;
  notation: string | null;
  audioUrl: string | null;
}

/** A question of a practice, and what was given to it: null when nothing was. */
export interface AnsweredQuestion {
  practice: Pick<PracticeRecord, "id">;
  exercise: Exercise;
  answer: AnswerRecord | null;
}

/** A question that was not answered right, as the result tells of it. */
export interface Mistake {
  index: number;
  prompt: string;
  given: string;
  solution: ShownAnswer;
  explanation: string;
}

const TOO_LATE = "That came too late to count.";

/** All that is told of a question once it is answered. */
export function reveal(ctx: Context, { practice, exercise, answer }: AnsweredQuestion & { answer: AnswerRecord }) {
  const place = { practiceId: practice.id, index: answer.index };
  return {
    correct: answer.correct,
    credit: answer.credit,
    inTime: answer.inTime,
    given: shown(ctx, exercise, { choices: answer.given, ...place, part: "yours" }),
    solution: shown(ctx, exercise, { choices: exercise.answer, ...place, part: "solution" }),
    explanation: explanationOf(exercise, answer),
  };
}

/** What went wrong in a finished practice, in the order of its questions. */
export async function mistakesIn(ctx: Context, practice: PracticeRecord): Promise<Mistake[]> {
  const answers = new Map((await answersOf(ctx, practice.id)).map((answer) => [answer.index, answer]));
  return questionsOf(ctx.config, practice).flatMap((exercise, index) => {
    const answer = answers.get(index) ?? null;
    if (answer?.correct) return [];
    const given = answer ? solutionOf(exercise, answer.given).text : "No answer";
    const solution = shown(ctx, exercise, { choices: exercise.answer, practiceId: practice.id, index, part: "solution" });
    return [{ index, prompt: exercise.prompt, given, solution, explanation: explanationOf(exercise, answer) }];
  });
}

function shown(ctx: Context, exercise: Exercise, { choices, ...place }: SoundPlace & { choices: readonly string[] }): ShownAnswer {
  const { text, notation, heard } = solutionOf(exercise, choices);
  return { choices: [...choices], text, notation, audioUrl: heard && soundUrl(ctx.config, place) };
}

function explanationOf(exercise: Exercise, answer: AnswerRecord | null): string {
  const explanation = explain(exercise, answer?.given ?? []);
  return answer && !answer.inTime ? `${TOO_LATE} ${explanation}` : explanation;
}
