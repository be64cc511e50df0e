/** What can be told from ABC before it is drawn: how much room it needs, and how it reads to someone who can't see it. */

/** One drawn item: a note, a chord or a rest, with its signs. */
const ITEM = /\[[^\]]+\]|[_^=]*[A-Ga-gz][,']*/g;

/** The music without header lines and voice marks. */
function musicOf(abc: string): string {
  return abc.split("\n").filter((line) => !/^(\w:|%%)/.test(line)).join(" ").replace(/\[\w:[^\]]*\]/g, "");
}

export const itemsOf = (abc: string): readonly string[] => musicOf(abc).match(ITEM) ?? [];

export const isRhythm = (abc: string) => abc.includes("stafflines=1");
export const isGrand = (abc: string) => abc.includes("%%score");

/** Width that lets the notes breathe, in abcjs units (a staff space is 7.75). */
export function widthOf(abc: string): number {
  const items = itemsOf(abc);
  const signs = items.join("").match(/[_^=]/g)?.length ?? 0;
  const bars = musicOf(abc).match(/\|/g)?.length ?? 0;
  if (isRhythm(abc)) return bars === 0 ? 12 + 15 * items.length : 40 + 28 * Math.min(items.length, 8) + 17 * Math.max(items.length - 8, 0) + 8 * bars;
  const room = items.length <= 1 ? 62 : 36 * items.length;
  return 48 + (isGrand(abc) ? 16 : 0) + 11 * signaturesOf(abc).length + room + 10 * signs + 6 * bars;
}

/** Signs of the key signature in the order in which they stand, e.g. ["^f", "^c"]. */
export function signaturesOf(abc: string): readonly string[] {
  return /^K:exp ((?:[_^]+[a-g] ?)+)/m.exec(abc)?.[1]?.trim().split(" ") ?? [];
}

const BOTTOM_LINES: Readonly<Record<string, string>> = { treble: "E", bass: "G,,", alto: "F,", tenor: "D," };
const PLACES = ["bottom line", "first space", "second line", "second space", "middle line", "third space", "fourth line", "fourth space", "top line"];
const SIGN_WORDS: Readonly<Record<string, string>> = { "^": "sharp", _: "flat", "=": "natural" };
const COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven"];

/** In words what the eye sees, and no more: where a note lies, never its name. Null where words would be no help. */
export function describe(abc: string): string | null {
  if (isRhythm(abc)) return null;
  const items = itemsOf(abc);
  const [item] = items;
  const clef = clefOfMusic(abc);
  const signs = signaturesOf(abc);
  if (items.length === 0) return `${capital(clef)} clef, ${signs.length === 0 ? "no sharps or flats" : `${COUNTS[signs.length]} ${signWord(signs)}${signs.length > 1 ? "s" : ""}`}.`;
  if (items.length > 1 || !item || item.startsWith("[")) return null;
  const sign = SIGN_WORDS[item.charAt(0)];
  return `${capital(clef)} clef, one note ${placeOf(item, clef)}${sign ? `, with a ${sign} sign` : ""}.`;
}

const signWord = (signs: readonly string[]) => SIGN_WORDS[signs[0]?.charAt(0) ?? ""] ?? "";
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** On the grand staff, the clef of the voice that carries the note. */
function clefOfMusic(abc: string): string {
  if (!isGrand(abc)) return /clef=(\w+)/.exec(abc)?.[1] ?? "treble";
  return /\[V:LH\][^\n]*[A-Ga-g]/.test(abc) ? "bass" : "treble";
}

function placeOf(item: string, clef: string): string {
  const position = stepOf(item) - stepOf(BOTTOM_LINES[clef] ?? "E");
  const place = PLACES[position];
  if (place) return place.endsWith("line") ? `on the ${place}` : `in the ${place}`;
  const beyond = position < 0 ? -position : position - 8;
  const side = position < 0 ? "below" : "above";
  const lines = Math.floor(beyond / 2);
  if (lines === 0) return `just ${side} the staff`;
  const line = `ledger line ${lines} ${side} the staff`;
  return beyond % 2 === 0 ? `on ${line}` : `just ${side} ${line}`;
}

/** Letter steps from middle C. */
function stepOf(item: string): number {
  const [, letter = "C", octaves = ""] = /([A-Ga-g])([,']*)/.exec(item) ?? [];
  const up = letter === letter.toLowerCase() ? 1 : 0;
  const shift = octaves.length * (octaves.startsWith(",") ? -1 : 1);
  return "CDEFGAB".indexOf(letter.toUpperCase()) + 7 * (up + shift);
}
