import type { ParamsOf } from "../curriculum/level";
import { barsOf, meterOf } from "../music/rhythm";
import { evenly, pick, type Random } from "./draw";

type MeterParams = ParamsOf<"rhythm">["meters"][number];

const PATIENCE = 5000;

/**
 * What makes a good question: it begins with a note, rests don't meet, something changes, and it has the metre's one
 * count of cells, because a count that varied would tell how many long notes to expect.
 */
const isGood = (cells: readonly string[], length: number) =>
  cells.length === length && cells[0] !== "r" && !/\br r\b/.test(cells.join(" ")) && new Set(cells).size > 1;

/** So many different rhythms of `bars` full bars. What the level features is in all of them; else its cells take turns. */
export function drawRhythms({ ts, cells, feature, length }: MeterParams, { bars, count }: { bars: number; count: number }, random: Random): string[][] {
  const oneBar = barsOf(meterOf(ts), cells);
  const drawn = new Map<string, string[]>();
  const withCell = (cell: string): string[] => {
    for (let attempt = 0; attempt < PATIENCE; attempt++) {
      const rhythm = Array.from({ length: bars }, () => pick(random, oneBar)).flat();
      if (rhythm.includes(cell) && isGood(rhythm, length) && !drawn.has(rhythm.join(" "))) return rhythm;
    }
    throw new Error(`too few rhythms of ${length} cells in ${ts} hold "${cell}"`);
  };
  for (const cell of evenly(random, feature ? [feature] : cells, count)) {
    const rhythm = withCell(cell);
    drawn.set(rhythm.join(" "), rhythm);
  }
  return [...drawn.values()];
}
