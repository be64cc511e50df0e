import type { Exercise } from "./exercises/exercise";

export interface Grade {
  correct: boolean;
  /** 0 to 1. */
  credit: number;
}

/** Levenshtein's distance: how many items must be changed, added or left out to make one list the other. */
function editDistance(one: readonly string[], other: readonly string[]): number {
  let previous = other.map((_, at) => at + 1);
  one.forEach((item, row) => {
    let [left, above] = [row + 1, row];
    previous = previous.map((up, at) => {
      left = Math.min(up + 1, left + 1, above + (item === other[at] ? 0 : 1));
      above = up;
      return left;
    });
  });
  return previous.at(-1) ?? one.length;
}

/**
 * All or nothing for a CHOICE. A SEQUENCE earns 1 - edits / length of the longer of the two, so that what is missed,
 * once, does not spoil what follows it. Ids that are none of the choices never match.
 */
export function grade(exercise: Exercise, given: readonly string[]): Grade {
  const { answer, answerForm } = exercise;
  const correct = answer.length === given.length && answer.every((id, at) => id === given[at]);
  if (correct || answerForm === "CHOICE" || given.length === 0) return { correct, credit: correct ? 1 : 0 };
  return { correct, credit: 1 - editDistance(answer, given) / Math.max(answer.length, given.length) };
}
