import { isPlain, midiOf, pretty, transposed } from "./pitch";
import type { Range } from "./roots";

export interface Key {
  tonic: string;
  mode: "major" | "minor";
}

const MAJOR = ["Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#"];
const MINOR = ["Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#"];
const SHARPS = ["F", "C", "G", "D", "A", "E", "B"];
const FLATS = [...SHARPS].reverse();

const SCALES = {
  major: ["1P", "2M", "3M", "4P", "5P", "6M", "7M"],
  minor: ["1P", "2M", "3m", "4P", "5P", "6m", "7m"],
};

const tonicsIn = (mode: Key["mode"]) => (mode === "major" ? MAJOR : MINOR);

/** Interval of a degree (1 to 7) above the tonic, in the major or the natural minor scale. */
export const degreeInterval = (mode: Key["mode"], degree: number): string => SCALES[mode][degree - 1] ?? "1P";

/** Sharps in the signature as a positive count, flats as a negative one. Refuses keys that nobody writes (G♯ major). */
export function fifthsOf({ tonic, mode }: Key): number {
  const at = tonicsIn(mode).indexOf(tonic);
  if (at < 0) throw new Error(`${tonic} ${mode} is not in use`);
  return at - 7;
}

/** All keys with at most so many sharps or flats, from the most flats to the most sharps. */
export const keysUpTo = (accidentals: number, mode: Key["mode"]): Key[] =>
  tonicsIn(mode).slice(7 - accidentals, 8 + accidentals).map((tonic) => ({ tonic, mode }));

/** The signature's notes in their order on the staff: E♭ major gives Bb, Eb, Ab. */
export function signatureOf(key: Key): string[] {
  const fifths = fifthsOf(key);
  return fifths < 0
    ? FLATS.slice(0, -fifths).map((letter) => `${letter}b`)
    : SHARPS.slice(0, fifths).map((letter) => `${letter}#`);
}

/** Tonic of the Dorian mode with the same signature. */
export const dorianTonic = (key: Key): string => transposed(MAJOR[fifthsOf(key) + 7] ?? "C", "2M");

export const keyName = ({ tonic, mode }: Key): string => `${pretty(tonic)} ${mode}`;

/**
 * Tonics with their octave, one spelling for each pitch, on which all the intervals are spelled with at most one sharp
 * or flat in a key that is in use; of two such keys, the one with fewer accidentals. D♭ major, say, has no plain ♭6.
 */
export function tonicsFor(mode: Key["mode"], intervals: readonly string[], { low, high }: Range): string[] {
  const tonics = keysUpTo(7, mode)
    .sort((one, other) => Math.abs(fifthsOf(one)) - Math.abs(fifthsOf(other)))
    .map(({ tonic }) => tonic)
    .filter((tonic) => intervals.every((interval) => isPlain(transposed(tonic, interval))));
  const found = new Map<number, string>();
  for (const tonic of tonics) {
    for (const octave of [2, 3, 4, 5]) {
      const note = `${tonic}${octave}`;
      const midi = midiOf(note);
      if (midi >= low && midi <= high && !found.has(midi)) found.set(midi, note);
    }
  }
  return [...found].sort(([one], [other]) => one - other).map(([, note]) => note);
}
