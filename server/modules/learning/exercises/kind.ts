import type { LevelKind, ParamsOf } from "../curriculum/level";
import type { Exercise, ExerciseOf, Shown } from "./exercise";
import type { Random } from "./draw";

/** What each kind of exercise knows how to do. One file a kind; generate dispatches. */
export interface Kind<K extends LevelKind> {
  /** All questions of a practice. Refuses parameters that no question fits. */
  pose(params: ParamsOf<K>, count: number, random: Random): ExerciseOf<K>[];
  /** Any answer made of the exercise's own choices, seen and heard where the right one stands. */
  show(exercise: ExerciseOf<K>, ids: readonly string[]): Shown;
  /** Why the right answer is right. */
  affirm(exercise: ExerciseOf<K>): string;
  /** What tells a wrong answer from the right one. */
  correct(exercise: ExerciseOf<K>, given: readonly string[]): string;
}

/** The only id of an answer in the form CHOICE. */
export function onlyOf(ids: readonly string[]): string {
  const [id] = ids;
  if (id === undefined || ids.length !== 1) throw new Error("one choice makes the answer");
  return id;
}

export const labelOf = ({ choices }: Exercise, id: string): string => {
  const choice = choices.find((it) => it.id === id);
  if (!choice) throw new Error(`"${id}" is not among the choices`);
  return choice.label;
};

/** A choice that words name. */
export const inWords = (id: string, label: string) => ({ id, label, notation: null });

/** The first place at which an answer parts from the right one; its end, if the answer only goes further. */
export function firstDifference(right: readonly string[], given: readonly string[]): number {
  const at = right.findIndex((id, place) => given[place] !== id);
  return at < 0 ? right.length : at;
}
