/**
 * A second opinion on every exercise, for tests only: it shares no code with the generators and knows music from
 * these tables of semitones alone, so that both would have to be wrong in the same way to agree.
 */

/** What a test takes for granted. */
export function sure<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error("not in the tables");
  return value;
}

export const LETTER_SEMITONES: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Interval ids by size. */
export const INTERVAL_IDS: Record<number, string> = {
  1: "2m", 2: "2M", 3: "3m", 4: "3M", 5: "4P", 6: "4A", 7: "5P", 8: "6m", 9: "6M", 10: "7m", 11: "7M", 12: "8P",
  13: "9m", 14: "9M", 15: "10m", 16: "10M", 17: "11P", 18: "11A", 19: "12P", 20: "13m", 21: "13M",
};

/** What each interval is called in a sentence, and its size in semitones. */
export const INTERVAL_NAMES: Record<string, number> = {
  "minor second": 1, "major second": 2, "augmented second": 3, "minor third": 3, "major third": 4, "perfect fourth": 5,
  "augmented fourth": 6, tritone: 6, "diminished fifth": 6, "perfect fifth": 7, "augmented fifth": 8, "minor sixth": 8,
  "major sixth": 9, "diminished seventh": 9, "minor seventh": 10, "major seventh": 11, octave: 12, "minor ninth": 13,
  "major ninth": 14, "minor tenth": 15, "major tenth": 16, "perfect eleventh": 17, "perfect twelfth": 19, "major thirteenth": 21,
};

export const CHORDS: Record<string, readonly number[]> = {
  M: [0, 4, 7], m: [0, 3, 7], dim: [0, 3, 6], aug: [0, 4, 8], sus2: [0, 2, 7], sus4: [0, 5, 7],
  "7": [0, 4, 7, 10], maj7: [0, 4, 7, 11], m7: [0, 3, 7, 10], m7b5: [0, 3, 6, 10], dim7: [0, 3, 6, 9],
  "9": [0, 4, 7, 10, 14], maj9: [0, 4, 7, 11, 14], m9: [0, 3, 7, 10, 14], "7b9": [0, 4, 7, 10, 13],
};

/** How far the letters of each chord tone lie above the root's. */
export const CHORD_STEPS: Record<string, readonly number[]> = { sus2: [0, 1, 4], sus4: [0, 3, 4] };
export const STACKED_THIRDS = [0, 2, 4, 6, 8];

export const CHORD_WORDS: Record<string, string> = {
  M: "a major triad", m: "a minor triad", dim: "a diminished triad", aug: "an augmented triad", sus2: "a sus2 chord",
  sus4: "a sus4 chord", "7": "a dominant seventh chord", maj7: "a major seventh chord", m7: "a minor seventh chord",
  m7b5: "a half-diminished seventh chord", dim7: "a diminished seventh chord", "9": "a dominant ninth chord",
  maj9: "a major ninth chord", m9: "a minor ninth chord", "7b9": "a dominant flat-ninth chord",
};

export const SCALES: Record<string, readonly number[]> = {
  major: [0, 2, 4, 5, 7, 9, 11, 12], aeolian: [0, 2, 3, 5, 7, 8, 10, 12],
  "harmonic-minor": [0, 2, 3, 5, 7, 8, 11, 12], "melodic-minor": [0, 2, 3, 5, 7, 9, 11, 12],
  "major-pentatonic": [0, 2, 4, 7, 9, 12], "minor-pentatonic": [0, 3, 5, 7, 10, 12], "minor-blues": [0, 3, 5, 6, 7, 10, 12],
  dorian: [0, 2, 3, 5, 7, 9, 10, 12], phrygian: [0, 1, 3, 5, 7, 8, 10, 12], lydian: [0, 2, 4, 6, 7, 9, 11, 12],
  mixolydian: [0, 2, 4, 5, 7, 9, 10, 12], locrian: [0, 1, 3, 5, 6, 8, 10, 12], "whole-tone": [0, 2, 4, 6, 8, 10, 12],
  diminished: [0, 2, 3, 5, 6, 8, 9, 11, 12], "lydian-dominant": [0, 2, 4, 6, 7, 9, 10, 12], altered: [0, 1, 3, 4, 6, 8, 10, 12],
};

export const SCALE_WORDS: Record<string, string> = {
  major: "the major scale", aeolian: "the natural minor scale", "harmonic-minor": "the harmonic minor scale",
  "melodic-minor": "the ascending melodic minor scale", "major-pentatonic": "the major pentatonic scale",
  "minor-pentatonic": "the minor pentatonic scale", "minor-blues": "the blues scale", dorian: "the Dorian mode",
  phrygian: "the Phrygian mode", lydian: "the Lydian mode", mixolydian: "the Mixolydian mode", locrian: "the Locrian mode",
  "whole-tone": "the whole-tone scale", diminished: "the whole–half diminished scale",
  "lydian-dominant": "the Lydian dominant scale", altered: "the altered scale",
};

/** Degree ids by semitones above the tonic. */
export const DEGREES = {
  major: { 0: "1", 1: "b2", 2: "2", 3: "b3", 4: "3", 5: "4", 6: "#4", 7: "5", 8: "b6", 9: "6", 10: "b7", 11: "7" },
  minor: { 0: "1", 2: "2", 3: "3", 5: "4", 7: "5", 8: "6", 10: "7" },
} satisfies Record<string, Record<number, string>>;

export const DEGREE_WORDS: Record<string, string> = {
  "1": "the tonic", "2": "the supertonic", "3": "the mediant", "4": "the subdominant", "5": "the dominant", "6": "the submediant",
  b2: "the lowered second", b3: "the lowered third", "#4": "the raised fourth", b6: "the lowered sixth", b7: "the lowered seventh",
};

/** Sounding parts of each rhythm cell in quarter notes; a rest is negative. */
export const RHYTHMS: Record<string, { parts: readonly number[]; words: string }> = {
  q: { parts: [1], words: "a quarter note" },
  h: { parts: [2], words: "a half note" },
  hd: { parts: [3], words: "a dotted half note" },
  r: { parts: [-1], words: "a quarter rest" },
  ee: { parts: [0.5, 0.5], words: "two eighth notes" },
  eee: { parts: [0.5, 0.5, 0.5], words: "three eighth notes" },
  qd: { parts: [1.5], words: "a dotted quarter note" },
  qe: { parts: [1, 0.5], words: "a quarter note and an eighth note" },
  eq: { parts: [0.5, 1], words: "an eighth note and a quarter note" },
  ssss: { parts: [0.25, 0.25, 0.25, 0.25], words: "four sixteenth notes" },
  ess: { parts: [0.5, 0.25, 0.25], words: "an eighth note and two sixteenth notes" },
  sse: { parts: [0.25, 0.25, 0.5], words: "two sixteenth notes and an eighth note" },
  eds: { parts: [0.75, 0.25], words: "a dotted eighth note and a sixteenth note" },
  ttt: { parts: [1 / 3, 1 / 3, 1 / 3], words: "a triplet of eighth notes" },
  qde: { parts: [1.5, 0.5], words: "a dotted quarter note and an eighth note" },
  eqe: { parts: [0.5, 1, 0.5], words: "an eighth, a quarter and an eighth note" },
};

/** Sharps (or, negative, flats) of every key in use. */
export const FIFTHS: Record<string, Record<string, number>> = {
  major: { C: 0, G: 1, D: 2, A: 3, E: 4, B: 5, "F#": 6, "C#": 7, F: -1, Bb: -2, Eb: -3, Ab: -4, Db: -5, Gb: -6, Cb: -7 },
  minor: { A: 0, E: 1, B: 2, "F#": 3, "C#": 4, "G#": 5, "D#": 6, "A#": 7, D: -1, G: -2, C: -3, F: -4, Bb: -5, Eb: -6, Ab: -7 },
  dor: { D: 0, A: 1, E: 2, B: 3, "F#": 4, "C#": 5, "G#": 6, "D#": 7, G: -1, C: -2, F: -3, Bb: -4, Eb: -5, Ab: -6, Db: -7 },
};

export const SHARP_ORDER = ["F", "C", "G", "D", "A", "E", "B"];
export const FLAT_ORDER = ["B", "E", "A", "D", "G", "C", "F"];
