import { midiOf, stepOf } from "./pitch";
import { placeWord } from "./wording";

export type Clef = "treble" | "bass" | "alto" | "tenor";

/** The note on the bottom line of each clef. */
const BOTTOM_LINE: Record<Clef, string> = { treble: "E4", bass: "G2", alto: "F3", tenor: "D3" };

/** Letter steps above the bottom line: 0 to 8 lie on the staff, even ones on lines. */
export const positionOf = (note: string, clef: Clef): number => stepOf(note) - stepOf(BOTTOM_LINE[clef]);

/** The clef in which notes of this height need the fewest ledger lines. */
export function clefFor(notes: readonly string[]): "treble" | "bass" {
  const sum = notes.map(midiOf).reduce((total, midi) => total + midi, 0);
  return sum / notes.length >= 60 ? "treble" : "bass";
}

function beyondStaff(distance: number, side: "above" | "below", clef: Clef): string {
  if (distance === 1) return `just ${side} the ${clef} staff`;
  const ledgerLine = `the ${placeWord(Math.floor(distance / 2))} ledger line ${side} the ${clef} staff`;
  return distance % 2 === 0 ? `on ${ledgerLine}` : `just ${side} ${ledgerLine}`;
}

/** Where a note is drawn, in words: "on the second line of the treble staff". */
export function placeOnStaff(note: string, clef: Clef): string {
  const position = positionOf(note, clef);
  if (position < 0) return beyondStaff(-position, "below", clef);
  if (position > 8) return beyondStaff(position - 8, "above", clef);
  if (position === 0) return `on the bottom line of the ${clef} staff`;
  if (position === 8) return `on the top line of the ${clef} staff`;
  const place = placeWord(Math.floor(position / 2) + 1);
  return position % 2 === 0 ? `on the ${place} line of the ${clef} staff` : `in the ${place} space of the ${clef} staff`;
}
