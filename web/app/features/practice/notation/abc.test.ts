import { describe as inWords, isGrand, isRhythm, itemsOf, signaturesOf, widthOf } from "./abc";

const staff = (clef: string, music: string, key = "C") => `X:1\nL:1/1\nK:${key} clef=${clef}\n${music} |]`;
const grand = (right: string, left: string) => `X:1\nL:1/1\n%%score {RH LH}\nV:RH clef=treble\nV:LH clef=bass\nK:C\n[V:RH] ${right} |]\n[V:LH] ${left} |]`;

test("a note is told by its place, never by its name", () => {
  expect(inWords(staff("treble", "E"))).toBe("Treble clef, one note on the bottom line.");
  expect(inWords(staff("treble", "c"))).toBe("Treble clef, one note in the third space.");
  expect(inWords(staff("bass", "A,"))).toBe("Bass clef, one note on the top line.");
  expect(inWords(staff("alto", "C"))).toBe("Alto clef, one note on the middle line.");
  expect(inWords(staff("tenor", "C"))).toBe("Tenor clef, one note on the fourth line.");
});

test("notes beyond the staff are told by their ledger lines", () => {
  expect(inWords(staff("treble", "D"))).toBe("Treble clef, one note just below the staff.");
  expect(inWords(staff("treble", "C"))).toBe("Treble clef, one note on ledger line 1 below the staff.");
  expect(inWords(staff("treble", "a"))).toBe("Treble clef, one note on ledger line 1 above the staff.");
  expect(inWords(staff("treble", "b"))).toBe("Treble clef, one note just above ledger line 1 above the staff.");
  expect(inWords(staff("bass", "C,,"))).toBe("Bass clef, one note on ledger line 2 below the staff.");
});

test("an accidental is told as the sign that it is", () => {
  expect(inWords(staff("treble", "^F"))).toBe("Treble clef, one note in the first space, with a sharp sign.");
});

test("on the piano's two staves the note belongs to the one it stands on", () => {
  expect(inWords(grand("x", "G,,"))).toBe("Bass clef, one note on the bottom line.");
  expect(inWords(grand("G", "x"))).toBe("Treble clef, one note on the second line.");
  expect(isGrand(grand("G", "x"))).toBe(true);
});

test("a signature is counted, not named", () => {
  expect(inWords(staff("treble", "x", "exp _b _e _a"))).toBe("Treble clef, three flats.");
  expect(inWords(staff("treble", "x", "exp ^f"))).toBe("Treble clef, one sharp.");
  expect(inWords(staff("treble", "x"))).toBe("Treble clef, no sharps or flats.");
  expect(signaturesOf(staff("treble", "x", "exp ^f ^c"))).toEqual(["^f", "^c"]);
});

test("what words would not help with gets none", () => {
  expect(inWords(staff("treble", "[CEG]"))).toBeNull();
  expect(inWords(staff("treble", "C E"))).toBeNull();
  expect(inWords("X:1\nL:1/16\nK:C clef=none stafflines=1\nB4")).toBeNull();
});

test("notes, chords and rests count as items, header lines and voices don't", () => {
  expect(itemsOf(staff("treble", "C [EG] | ^F"))).toEqual(["C", "[EG]", "^F"]);
  expect(itemsOf(grand("x", "C,"))).toEqual(["C,"]);
});

test("more music gets more room", () => {
  expect(widthOf(staff("treble", "C D E F"))).toBeGreaterThan(widthOf(staff("treble", "C")));
  expect(isRhythm("K:C clef=none stafflines=1")).toBe(true);
});
