/** What a page of practice knows, in the API's words but with sound at our own address. Never an answer ahead of time. */
export interface Choice {
  id: string;
  label: string;
  /** ABC of a rhythm cell; null for what words name. */
  notation?: string | null;
}

export interface Question {
  index: number;
  kind: string;
  prompt: string;
  notation?: string | null;
  audioUrl?: string | null;
  /** How long an answer counts, in milliseconds; null where there is no hurry. */
  timeLimitMs?: number | null;
  answerForm: string;
  /** How many items a SEQUENCE wants. */
  answerLength?: number | null;
  choices: readonly Choice[];
}

/** An answer, the learner's or the right one, as words, staff and sound. */
export interface Shown {
  choices: readonly string[];
  text: string;
  notation?: string | null;
  audioUrl?: string | null;
}

export interface Verdict {
  correct: boolean;
  /** Partial credit, 0 to 1. */
  credit: number;
  inTime: boolean;
  explanation: string;
  solution: Shown;
  given?: Shown | null;
}

/** What came back from the server after the learner did something. */
export type Reply =
  | { kind: "judged"; index: number; verdict: Verdict; answered: number; next: Question | null }
  | { kind: "asked"; answered: number; question: Question | null }
  /** The practice went on elsewhere, e.g. in another tab: it has to be read anew. */
  | { kind: "stale" }
  | { kind: "failed"; message: string };

export const isSequence = (question: Question) => question.answerForm === "SEQUENCE";

/** Whether so many items make a whole answer. */
export function isComplete(question: Question, count: number): boolean {
  if (!isSequence(question)) return count === 1;
  return question.answerLength ? count === question.answerLength : count > 0;
}

/** Whether what was answered is what is right; when it came too late, it is wrong nonetheless. */
export const isSameAnswer = ({ given, solution }: Verdict) => given?.choices.join(" ") === solution.choices.join(" ");
