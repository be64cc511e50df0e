import { createHash } from "node:crypto";
import { curriculum } from "../../curriculum/curriculum";
import type { Level } from "../../curriculum/level";
import type { Exercise } from "../exercise";
import { generate } from "../generate";

export const levels: readonly Level[] = curriculum.tracks.flatMap((track) => track.levels);

/** A seed as the server makes them, sixteen bytes or more of a digest, from a name instead of a secret. */
export const seedOf = (name: string): Uint8Array => createHash("sha256").update(name).digest();

/** One practice of a level for each seed. */
export const practicesOf = (level: Level, seeds: number): (readonly Exercise[])[] =>
  Array.from({ length: seeds }, (_, at) => generate(level, seedOf(`${level.id} ${at}`)));

export const named = levels.map((level) => [level.id, level] as const);

/**
 * Wrong answers to an exercise: every other choice; in a sequence, every other choice at every place, the sequence
 * turned round, and one that stops early.
 */
export function wrongAnswers({ answer, answerForm, choices }: Exercise): string[][] {
  const others = (right: string) => choices.map(({ id }) => id).filter((id) => id !== right);
  const changed = answer.flatMap((right, place) => others(right).map((other) => answer.map((id, at) => (at === place ? other : id))));
  if (answerForm === "CHOICE") return changed;
  return [...changed, [...answer].reverse(), answer.slice(0, -1)].filter((given) => given.join() !== answer.join());
}
