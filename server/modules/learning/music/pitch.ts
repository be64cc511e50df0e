import { Interval, Note } from "tonal";

const LETTERS = "CDEFGAB";

/** MIDI number of a note with its octave (C4 = 60). Refuses what is no note. */
export function midiOf(note: string): number {
  const midi = Note.midi(note);
  if (midi === null) throw new Error(`"${note}" is no note with an octave`);
  return midi;
}

/** The note an interval above (or, with "-", below) another, spelled by letter: Eb4 and 3m give Gb4. */
export const transposed = (note: string, interval: string): string => Note.transpose(note, interval);

/** No more than one sharp or flat, as every note that we show. */
export const isPlain = (note: string): boolean => Math.abs(Note.get(note).alt) <= 1;

/** Height on the staff in letter steps, whatever the accidental: C4 = 28, D4 = 29, C5 = 35. */
export const stepOf = (note: string): number => LETTERS.indexOf(note.charAt(0)) + 7 * (Note.octave(note) ?? 0);

/** The natural note at a height in letter steps: the inverse of stepOf. */
export const naturalAt = (step: number): string => `${LETTERS.charAt(step % 7)}${Math.floor(step / 7)}`;

/** The same note without its octave: Bb3 gives Bb. */
export const nameOf = (note: string): string => Note.pitchClass(note);

export const octaveOf = (note: string): number => Note.octave(note) ?? 4;

/** As people write it: Bb3 gives B♭3. */
export const pretty = (note: string): string => note.replace("#", "♯").replace(/(?<=^[A-G])b/, "♭");

/** Size of an interval in semitones, its direction left aside. Refuses what is no interval. */
export function semitonesOf(interval: string): number {
  const { empty, type, q, semitones } = Interval.get(interval);
  // tonal takes "5M" for a fifth: only seconds, thirds, sixths and sevenths are major or minor.
  if (empty || (type === "perfectable" ? /[Mm]/ : /P/).test(q)) throw new Error(`"${interval}" is no interval`);
  return Math.abs(semitones);
}
