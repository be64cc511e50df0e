import type { Level } from "../curriculum/level";
import type { Exercise } from "./exercise";

/**
 * What a learner may know of a question before answering it. Where the question is heard, nothing here differs between
 * two questions that are asked the same way; where it is read, only the notation does.
 */
export function publicQuestion(exercise: Exercise, index: number, level: Level) {
  const { kind, prompt, notation, answerForm, answerLength, choices } = exercise;
  return { index, kind, prompt, notation, answerForm, answerLength, choices, timeLimitMs: level.timeLimitMs };
}

export type PublicQuestion = ReturnType<typeof publicQuestion>;
