import { FIFTHS, FLAT_ORDER, LETTER_SEMITONES, SHARP_ORDER, sure } from "./tables";

export interface ReadNote {
  letter: string;
  /** -1 for a flat, 1 for a sharp; anything beyond is a double accidental. */
  alter: number;
  octave: number;
  midi: number;
}

export interface ReadStaff {
  clef: string;
  fifths: number;
  /** Bars of chords of notes; a note alone is a chord of one. Rests are left out. */
  bars: ReadNote[][][];
}

const ALTER: Record<string, number> = { "^": 1, "^^": 2, _: -1, __: -2, "=": 0 };

function signature(fifths: number): Map<string, number> {
  const letters = fifths > 0 ? SHARP_ORDER.slice(0, fifths) : FLAT_ORDER.slice(0, -fifths);
  return new Map(letters.map((letter) => [letter, Math.sign(fifths)]));
}

/** A capital stands for the octave of middle C, a small letter for the next; commas lower it, apostrophes raise it. */
const octaveOf = (mark: string) => (/[A-G]/.test(mark) ? 4 : 5) + mark.split("'").length - mark.split(",").length;

function readBar(bar: string, fifths: number): ReadNote[][] {
  const standing = new Map<string, number>();
  const inKey = signature(fifths);
  const tokens = bar.match(/\[[^\]]*\]|[\^_=]*[A-Ga-g][,']*/g) ?? [];
  const note = (token: string): ReadNote => {
    const [sign = "", mark = ""] = sure(/^([\^_=]*)(.*)$/.exec(token)).slice(1);
    const letter = mark.charAt(0).toUpperCase();
    const octave = octaveOf(mark);
    const line = `${letter}${octave}`;
    const alter = sign === "" ? (standing.get(line) ?? inKey.get(letter) ?? 0) : sure(ALTER[sign]);
    standing.set(line, alter);
    return { letter, alter, octave, midi: 12 * (octave + 1) + sure(LETTER_SEMITONES[letter]) + alter };
  };
  return tokens.map((token) => (token.match(/[\^_=]*[A-Ga-g][,']*/g) ?? []).map(note));
}

const fifthsOf = (key: string): number => {
  const [, tonic] = /^K:([A-G][#b]?)dor/.exec(key) ?? [];
  return tonic === undefined ? 0 : sure(sure(FIFTHS.dor)[tonic]);
};

/** Reads the staves of one of our ABC texts, upper staff first. */
export function readAbc(abc: string): ReadStaff[] {
  const lines = abc.split("\n");
  const key = sure(lines.find((line) => line.startsWith("K:")));
  const fifths = fifthsOf(key);
  const music = lines.slice(lines.indexOf(key) + 1);
  const bars = (line: string) => line.replace("|]", "").split("|").map((bar) => readBar(bar, fifths));
  const voices = lines.filter((line) => line.startsWith("V:"));
  if (voices.length === 0) return [{ clef: sure(/clef=(\w+)/.exec(key)?.[1]), fifths, bars: bars(music.join(" ")) }];
  return voices.map((voice) => {
    const [, name, clef] = sure(/^V:(\w+) clef=(\w+)/.exec(voice));
    const own = sure(music.find((line) => line.startsWith(`[V:${name}]`)));
    return { clef: sure(clef), fifths, bars: bars(own.replace(`[V:${name}]`, "")) };
  });
}

/** All notes of a text in their order. */
export const notesIn = (abc: string): ReadNote[] => readAbc(abc).flatMap(({ bars }) => bars.flat(2));

export const nameOf = ({ letter, alter }: ReadNote): string => letter + (alter > 0 ? "#".repeat(alter) : "b".repeat(-alter));

/** Steps above the bottom line of the clef's staff. */
export function staffPosition({ letter, octave }: ReadNote, clef: string): number {
  const height = (name: string, at: number) => "CDEFGAB".indexOf(name) + 7 * at;
  const bottom: Record<string, number> = { treble: height("E", 4), bass: height("G", 2), alto: height("F", 3), tenor: height("D", 3) };
  return height(letter, octave) - (bottom[clef] ?? NaN);
}
