import { dorianTonic, type Key, signatureOf } from "./keys";
import { nameOf, octaveOf } from "./pitch";
import type { Clef } from "./staff";

/** What sounds at once: one note, or the notes of a chord from the bottom up. */
export type Tones = readonly string[];

export interface Staff {
  clef: Clef | "grand";
  /** Whole notes for what stands alone, quarters for what moves. */
  unit: "1/1" | "1/4";
  key?: Key;
}

const SIGNS: Record<string, string> = { "": "=", "#": "^", b: "_" };
const INVISIBLE_REST = "x";

function pitchAbc(note: string): string {
  const letter = note.charAt(0);
  const octave = octaveOf(note);
  return octave >= 5 ? letter.toLowerCase() + "'".repeat(octave - 5) : letter + ",".repeat(4 - octave);
}

/** One bar; a sign is written where a note differs from the signature, or from what stood on its line before. */
function barAbc(bar: readonly Tones[], key: Key | undefined): string {
  const signature = new Map((key ? signatureOf(key) : []).map((note) => [note.charAt(0), note.slice(1)]));
  const standing = new Map<string, string>();
  const written = (note: string) => {
    const pitch = pitchAbc(note);
    const accidental = nameOf(note).slice(1);
    const before = standing.get(pitch) ?? signature.get(note.charAt(0)) ?? "";
    standing.set(pitch, accidental);
    return (accidental === before ? "" : SIGNS[accidental]) + pitch;
  };
  return bar
    .map((tones) => tones.map(written))
    .map((notes) => (notes.length === 1 ? notes.join("") : `[${notes.join("")}]`))
    .join(" ");
}

/**
 * A signature by the name of the Dorian mode that shares it: a question must not name its own key, major or minor, in
 * its text. (Bare signs, "exp _B _e …", would name nothing, but abcjs 6.7.2 then draws F♭ an octave too high.)
 */
const keyAbc = (key: Key | undefined): string => (key ? `${dorianTonic(key)}dor` : "C");

/** ABC of some bars on one staff, or of one bar on the two staves of the piano, where it lies on the `hand`'s. */
export function staffAbc({ clef, unit, key }: Staff, bars: readonly (readonly Tones[])[], hand: Clef = "treble"): string {
  const music = bars.map((bar) => barAbc(bar, key) || INVISIBLE_REST).join(" | ") + " |]";
  if (clef !== "grand") return `X:1\nL:${unit}\nK:${keyAbc(key)} clef=${clef}\n${music}`;
  const voice = (name: string, own: boolean) => `[V:${name}] ${own ? music : `${INVISIBLE_REST} |]`}`;
  return [
    `X:1\nL:${unit}\n%%score {RH LH}\nV:RH clef=treble\nV:LH clef=bass\nK:${keyAbc(key)}`,
    voice("RH", hand === "treble"),
    voice("LH", hand === "bass"),
  ].join("\n");
}
