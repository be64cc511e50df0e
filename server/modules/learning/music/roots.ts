import { isPlain, semitonesOf, transposed } from "./pitch";

/** Lowest and highest tone allowed, as MIDI numbers. */
export interface Range {
  low: number;
  high: number;
}

/** A figure as intervals from its root, in the order they are played: a minor triad is 1P 3m 5P. */
export type Shape = readonly string[];

const SPELLINGS = [["C"], ["C#", "Db"], ["D"], ["Eb", "D#"], ["E"], ["F"], ["F#", "Gb"], ["G"], ["Ab", "G#"], ["A"], ["Bb", "A#"], ["B"]];

const signed = (interval: string) => (interval.startsWith("-") ? -1 : 1) * semitonesOf(interval);

/** The notes of a figure on a root, spelled by letter. */
export const notesOf = (root: string, shape: Shape): string[] => shape.map((interval) => transposed(root, interval));

/**
 * Every root on which all these figures stay within the range and need no double accidental, one spelling for each
 * pitch. The same roots serve every answer of a level, so that a root never hints at what is built on it.
 */
export function rootsFor(shapes: readonly Shape[], { low, high }: Range): string[] {
  const sizes = shapes.flat().map(signed);
  const [first, last] = [low - Math.min(0, ...sizes), high - Math.max(0, ...sizes)];
  const spelling = SPELLINGS.map((names) =>
    names.find((name) => shapes.every((shape) => notesOf(name, shape).every(isPlain))),
  );
  const midis = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return midis.flatMap((midi) => {
    const name = spelling[midi % 12];
    return name === undefined ? [] : [`${name}${Math.floor(midi / 12) - 1}`];
  });
}
