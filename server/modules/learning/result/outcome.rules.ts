import type { Level } from "../curriculum/level";
import type { Exercise } from "../exercises/exercise";
import { grade } from "../grading.rules";
import { median, type Outcome, passed, score, starsFor } from "../progress.rules";

/** What grading needs of a stored answer: what was given and when, never how it was graded before. */
export interface StoredAnswer {
  index: number;
  given: readonly string[];
  inTime: boolean;
  servedAt: Date | null;
  answeredAt: Date;
}

const WRONG = { correct: false, credit: 0 };

/** The outcome of a whole practice. What was not answered, or too late, is wrong. */
export function outcomeOf(level: Level, exercises: readonly Exercise[], answers: readonly StoredAnswer[]): Outcome & { correct: number } {
  const byIndex = new Map(answers.map((answer) => [answer.index, answer]));
  const grades = exercises.map((exercise, index) => {
    const answer = byIndex.get(index);
    return answer?.inTime ? grade(exercise, answer.given) : WRONG;
  });
  const share = score(grades.map(({ credit }) => credit));
  const hasPassed = passed(share, level.passScore);
  const stars = starsFor(level, { score: share, passed: hasPassed, medianMs: median(thinkingTimes(answers)) });
  return { score: share, passed: hasPassed, stars, correct: grades.filter(({ correct }) => correct).length };
}

/** Milliseconds from each question to its answer, as far as the question was handed out. */
const thinkingTimes = (answers: readonly StoredAnswer[]): number[] =>
  answers.flatMap(({ servedAt, answeredAt }) => (servedAt ? [answeredAt.getTime() - servedAt.getTime()] : []));
