import { badInput } from "../../../platform/refusal";
import type { Exercise } from "../exercises/exercise";

/** An answer as it comes in. Exactly the field that the question's form names must be there. */
export interface GivenAnswer {
  choice?: string | null;
  sequence?: readonly string[] | null;
  tapsMs?: readonly number[] | null;
  recordingId?: string | null;
}

const WANTED = {
  CHOICE: { field: "choice", sentence: "This question wants one choice." },
  SEQUENCE: { field: "sequence", sentence: "This question wants a sequence of choices." },
} as const;

const FIELDS = ["choice", "sequence", "tapsMs", "recordingId"] as const;

/** The choice ids of an answer, in order. Refuses, naming the field, what the question did not ask for. */
export function readAnswer(exercise: Exercise, given: GivenAnswer): string[] {
  const wanted = WANTED[exercise.answerForm];
  const foreign = FIELDS.find((field) => field !== wanted.field && given[field] != null);
  if (foreign) throw badInput(foreign, wanted.sentence);
  const ids = given[wanted.field];
  if (ids == null) throw badInput(wanted.field, wanted.sentence);
  return checked(exercise, typeof ids === "string" ? [ids] : [...ids]);
}

function checked({ answerForm, answerLength, choices }: Exercise, ids: string[]): string[] {
  const { field } = WANTED[answerForm];
  const length = answerLength ?? 1;
  if (ids.length !== length) throw badInput(field, `This question wants ${length} items, and ${ids.length} were given.`);
  const known = new Set(choices.map(({ id }) => id));
  if (!ids.every((id) => known.has(id))) throw badInput(field, "That is not one of the choices.");
  return ids;
}
