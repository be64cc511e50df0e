/** Time within a bar is counted in twelfths of a quarter note, which triplets and sixteenths both divide. */
export const QUARTER = 12;

export interface Cell {
  label: string;
  /** For the middle of a sentence. */
  name: string;
  /** Lengths of its notes in ticks; negative for a rest. */
  notes: readonly number[];
  /** ABC where L:1/16. */
  abc: string;
  /** It hides the next beat, so it may begin only where a half bar begins. */
  onHalfBar?: true;
}

const cell = (label: string, name: string, notes: readonly number[]) => ({ label, name, notes });

/** What fills one or more beats. Ids spell the notes: e eighth, q quarter, h half, s sixteenth, t triplet, d dot, r rest. */
const CELLS = {
  e: { ...cell("Eighth note", "an eighth note", [6]), abc: "B2" },
  q: { ...cell("Quarter note", "a quarter note", [12]), abc: "B4" },
  h: { ...cell("Half note", "a half note", [24]), abc: "B8" },
  hd: { ...cell("Dotted half note", "a dotted half note", [36]), abc: "B12" },
  r: { ...cell("Quarter rest", "a quarter rest", [-12]), abc: "z4" },
  ee: { ...cell("Two eighths", "two eighth notes", [6, 6]), abc: "B2B2" },
  eee: { ...cell("Three eighths", "three eighth notes", [6, 6, 6]), abc: "B2B2B2" },
  qd: { ...cell("Dotted quarter", "a dotted quarter note", [18]), abc: "B6" },
  qe: { ...cell("Quarter, eighth", "a quarter note and an eighth note", [12, 6]), abc: "B4 B2" },
  eq: { ...cell("Eighth, quarter", "an eighth note and a quarter note", [6, 12]), abc: "B2 B4" },
  ssss: { ...cell("Four sixteenths", "four sixteenth notes", [3, 3, 3, 3]), abc: "BBBB" },
  ess: { ...cell("Eighth, two sixteenths", "an eighth note and two sixteenth notes", [6, 3, 3]), abc: "B2BB" },
  sse: { ...cell("Two sixteenths, eighth", "two sixteenth notes and an eighth note", [3, 3, 6]), abc: "BBB2" },
  eds: { ...cell("Dotted eighth, sixteenth", "a dotted eighth note and a sixteenth note", [9, 3]), abc: "B3B" },
  ttt: { ...cell("Triplet of eighths", "a triplet of eighth notes", [4, 4, 4]), abc: "(3B2B2B2" },
  qde: { ...cell("Dotted quarter, eighth", "a dotted quarter note and an eighth note", [18, 6]), abc: "B6 B2", onHalfBar: true },
  eqe: { ...cell("Eighth, quarter, eighth", "an eighth, a quarter and an eighth note", [6, 12, 6]), abc: "B2 B4 B2", onHalfBar: true },
} satisfies Record<string, Cell>;

export interface Meter {
  /** Ticks of each counted beat of a bar. */
  beats: readonly number[];
  /** Ticks of the groups that no cell may cross; each begins with an accent. */
  groups: readonly number[];
  /** Ticks from one click of the count-in to the next. */
  click: number;
  msPerTick: number;
  /** How it is said, where the time signature does not tell the grouping. */
  spoken: string;
}

const MODERATE = 55;
const FLOWING = 40;

const METERS: Record<string, Meter> = {
  "3/4": { beats: [12, 12, 12], groups: [36], click: 12, msPerTick: MODERATE, spoken: "3/4" },
  "4/4": { beats: [12, 12, 12, 12], groups: [48], click: 12, msPerTick: MODERATE, spoken: "4/4" },
  "5/4": { beats: [12, 12, 12, 12, 12], groups: [36, 24], click: 12, msPerTick: MODERATE, spoken: "5/4, counted 3 + 2" },
  "6/8": { beats: [18, 18], groups: [18, 18], click: 6, msPerTick: FLOWING, spoken: "6/8" },
  "7/8": { beats: [12, 12, 18], groups: [12, 12, 18], click: 6, msPerTick: FLOWING, spoken: "7/8, counted 2 + 2 + 3" },
};

const cells: Record<string, Cell> = CELLS;

const found = <T>(table: Record<string, T>, id: string, what: string): T => {
  const value = Object.hasOwn(table, id) ? table[id] : undefined;
  if (value === undefined) throw new Error(`unknown ${what} "${id}"`);
  return value;
};

export const cellOf = (id: string): Cell => found(cells, id, "rhythm cell");
export const meterOf = (ts: string): Meter => found(METERS, ts, "time signature");

const total = (ticks: readonly number[]) => ticks.reduce((sum, it) => sum + Math.abs(it), 0);

export const ticksOf = (id: string): number => total(cellOf(id).notes);
export const barTicks = (meter: Meter): number => total(meter.groups);

/** Where each group of the bar begins, in ticks; the bar's end closes the list. */
export const groupStarts = ({ groups }: Meter): number[] =>
  groups.reduce<number[]>((starts, ticks) => [...starts, (starts.at(-1) ?? 0) + ticks], [0]);

function fits(id: string, start: number, meter: Meter): boolean {
  const room = groupStarts(meter).find((end) => end > start) ?? 0;
  return start + ticksOf(id) <= room && !(cellOf(id).onHalfBar && start % (2 * QUARTER) !== 0);
}

/** Every way to fill one bar with these cells so that the beats stay readable, and no two rests meet. */
export function barsOf(meter: Meter, ids: readonly string[]): string[][] {
  const grow = (bar: string[], start: number): string[][] =>
    start === barTicks(meter)
      ? [bar]
      : ids
          .filter((id) => fits(id, start, meter) && !(id === "r" && bar.at(-1) === "r"))
          .flatMap((id) => grow([...bar, id], start + ticksOf(id)));
  return grow([], 0);
}

/** A cell drawn by itself, on the one line of untuned rhythm. */
export const cellAbc = (id: string): string => `X:1\nL:1/16\nK:C clef=none stafflines=1\n${cellOf(id).abc}`;

/** Cells in bars; what overfills a bar is drawn as it is, and the next bar line falls where the count comes right again. */
export function rhythmAbc(ts: string, ids: readonly string[]): string {
  const bar = barTicks(meterOf(ts));
  let ticks = 0;
  const music = ids.map((id, at) => {
    ticks += ticksOf(id);
    const end = at === ids.length - 1 ? " |]" : ticks % bar === 0 ? " |" : "";
    return cellOf(id).abc + end;
  });
  return `X:1\nM:${ts}\nL:1/16\nK:C clef=none stafflines=1\n${music.join(" ")}`;
}
