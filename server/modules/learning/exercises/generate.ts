import type { Level, LevelKind } from "../curriculum/level";
import { chord } from "./chord";
import { degree } from "./degree";
import { randomFrom } from "./draw";
import type { Exercise, ExerciseOf, Shown } from "./exercise";
import { interval } from "./interval";
import { keySignature } from "./key-signature";
import type { Kind } from "./kind";
import { noteRead } from "./note-read";
import { rhythm } from "./rhythm";
import { scale } from "./scale";

const KINDS: { readonly [K in LevelKind]: Kind<K> } = {
  "note.read": noteRead,
  "key.sig": keySignature,
  "degree.ear": degree,
  "interval.ear": interval,
  "chord.ear": chord,
  "scale.ear": scale,
  rhythm,
};

// A level and its parameters, an exercise and its subject carry the same kind; the table is read by that kind alone.
const kindOf = <K extends LevelKind>(kind: K): Kind<K> => KINDS[kind];

/**
 * All questions of a practice of this level, in order: the same for the same level and seed, for ever (raise the
 * level's version to ask others). The seed is at least sixteen unguessable bytes. Refuses impossible parameters.
 */
export function generate(level: Level, seed: Uint8Array): readonly Exercise[] {
  return kindOf<LevelKind>(level.kind).pose(level.params, level.questionCount, randomFrom(seed));
}

/** Whether every id is one of the exercise's choices, in a number that its form can hold: what can be shown and explained. */
export function isGradable(exercise: Exercise, ids: readonly string[]): boolean {
  const known = new Set(exercise.choices.map(({ id }) => id));
  const most = exercise.answerLength ?? 1;
  return ids.length >= 1 && ids.length <= most && ids.every((id) => known.has(id));
}

/** Any answer, right or given, as text, notation and sound, where the question stands. Refuses what is not gradable. */
export function solutionOf(exercise: Exercise, ids: readonly string[]): Shown {
  if (!isGradable(exercise, ids)) throw new Error("only an answer made of the exercise's choices can be shown");
  return kindOf(exercise.kind).show(exercise as ExerciseOf<LevelKind>, ids);
}

/** One or two sentences from theory: why the right answer is right, or how the given one differs from it. */
export function explain(exercise: Exercise, given: readonly string[]): string {
  const kind = kindOf(exercise.kind);
  const whole = exercise as ExerciseOf<LevelKind>;
  if (given.join(" ") === exercise.answer.join(" ")) return kind.affirm(whole);
  if (isGradable(exercise, given)) return kind.correct(whole, given);
  return `No answer was given; this was ${solutionOf(exercise, exercise.answer).text}.`;
}
