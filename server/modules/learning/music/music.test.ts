import { staffAbc } from "./abc";
import { contrast, intervalName } from "./intervals";
import { dorianTonic, fifthsOf, keysUpTo, signatureOf, tonicsFor } from "./keys";
import { midiOf, naturalAt, pretty, semitonesOf, stepOf } from "./pitch";
import { barsOf, barTicks, cellAbc, cellOf, meterOf, rhythmAbc, ticksOf } from "./rhythm";
import { notesOf, rootsFor } from "./roots";
import { clefFor, placeOnStaff } from "./staff";
import { listed, withArticle } from "./wording";

test("middle C is 60 wherever it is spelled", () => {
  expect([midiOf("C4"), midiOf("B#3"), midiOf("A4")]).toEqual([60, 60, 69]);
  expect(() => midiOf("H4")).toThrow("no note");
});

test("a height in letter steps and its natural note are one another's inverse", () => {
  for (const note of ["C2", "B3", "C4", "F5"]) expect(naturalAt(stepOf(note))).toBe(note);
  expect(stepOf("Bb3")).toBe(stepOf("B3"));
});

test("flats and sharps are written as people write them, without touching the letter B", () => {
  expect(["Bb3", "F#", "B", "Bb", "Cb5"].map(pretty)).toEqual(["B♭3", "F♯", "B", "B♭", "C♭5"]);
});

test("a figure is built letter by letter on its root", () => {
  expect(notesOf("Eb4", ["1P", "3m", "5P", "9M"])).toEqual(["Eb4", "Gb4", "Bb4", "F5"]);
  expect(notesOf("C4", ["1P", "-6M"])).toEqual(["C4", "Eb3"]);
});

test("roots that would need a double accidental are left out, others spelled so that none does", () => {
  const roots = rootsFor([["1P", "3m", "5d", "7d"]], { low: 60, high: 80 });
  expect(roots).toContain("C#4");
  expect(roots.some((root) => root.startsWith("Db"))).toBe(false);
  expect(roots.every((root) => midiOf(root) >= 60 && midiOf(root) + 9 <= 80)).toBe(true);
});

test("a descending figure keeps its lowest note in range", () => {
  expect(rootsFor([["1P", "-8P"]], { low: 48, high: 61 })).toEqual(["C4", "C#4"]);
});

test("signatures come in the order of the staff", () => {
  expect(signatureOf({ tonic: "Eb", mode: "major" })).toEqual(["Bb", "Eb", "Ab"]);
  expect(signatureOf({ tonic: "F#", mode: "minor" })).toEqual(["F#", "C#", "G#"]);
  expect(() => fifthsOf({ tonic: "G#", mode: "major" })).toThrow("not in use");
});

test("thirty keys are in use, and relative keys share their signature", () => {
  const [major, minor] = [keysUpTo(7, "major"), keysUpTo(7, "minor")];
  expect(major.length + minor.length).toBe(30);
  major.forEach((key, at) => expect(signatureOf(key)).toEqual(signatureOf(minor[at] ?? key)));
  expect(dorianTonic({ tonic: "A", mode: "minor" })).toBe("D");
});

test("neither D flat nor C sharp major holds all twelve notes plainly, F sharp major does", () => {
  const pitches = tonicsFor("major", ["2m", "4A", "6m"], { low: 60, high: 71 });
  expect(pitches).toEqual(["C4", "D4", "Eb4", "E4", "F4", "F#4", "G4", "A4", "Bb4", "B4"]);
});

test("a sign stands until the bar line, and a natural cancels it", () => {
  expect(staffAbc({ clef: "treble", unit: "1/4" }, [[["C4"], ["C#4"], ["C#4"], ["C4"]], [["C4"]]])).toBe(
    "X:1\nL:1/4\nK:C clef=treble\nC ^C C =C | C |]",
  );
});

test("a sign of the signature is not written again", () => {
  const key = { tonic: "Eb", mode: "major" } as const;
  expect(staffAbc({ clef: "bass", unit: "1/1", key }, [[["Eb3", "A3"]]])).toBe("X:1\nL:1/1\nK:Fdor clef=bass\n[E,=A,] |]");
});

test("the place of a note is said as a teacher would", () => {
  expect(placeOnStaff("E4", "treble")).toBe("on the bottom line of the treble staff");
  expect(placeOnStaff("C4", "alto")).toBe("on the third line of the alto staff");
  expect(placeOnStaff("C4", "bass")).toBe("on the first ledger line above the bass staff");
  expect(placeOnStaff("B3", "treble")).toBe("just below the first ledger line below the treble staff");
  expect([clefFor(["C3", "G3"]), clefFor(["C4", "G4"])]).toEqual(["bass", "treble"]);
});

test("intervals have their everyday names", () => {
  expect(["6m", "8P", "4A", "10M"].map(intervalName)).toEqual(["minor sixth", "octave", "augmented fourth", "major tenth"]);
  expect(semitonesOf("-5P")).toBe(7);
  expect(() => semitonesOf("5M")).toThrow("no interval");
  expect(withArticle("octave")).toBe("an octave");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
});

test("two figures are told apart by what one has in place of the other's", () => {
  expect(contrast(["1P", "3m"], ["1P", "3M"])).toBe(", with a minor third in place of a major third");
  expect(contrast(["1P", "3m", "7m"], ["1P", "3m"])).toBe(", with a minor seventh added");
  expect(contrast(["1P", "3m"], ["1P", "3m", "7m"])).toBe(", without a minor seventh");
  expect(contrast(["1P"], ["1P"])).toBe("");
});

test("every way to fill a bar fills it exactly, and 7/8 keeps its groups", () => {
  for (const [ts, cells] of [["4/4", ["q", "h", "ee", "r", "qde"]], ["6/8", ["qd", "eee", "qe"]], ["7/8", ["q", "ee", "qd", "eee"]]] as const) {
    const meter = meterOf(ts);
    for (const bar of barsOf(meter, cells)) expect(bar.reduce((sum, id) => sum + ticksOf(id), 0)).toBe(barTicks(meter));
  }
  expect(barsOf(meterOf("7/8"), ["ee", "eee"])).toEqual([["ee", "ee", "eee"]]);
});

test("a dotted quarter with its eighth begins only where a half bar does", () => {
  const bars = barsOf(meterOf("4/4"), ["q", "qde"]).map((bar) => bar.join(" "));
  expect(bars).toEqual(["q q q q", "q q qde", "qde q q", "qde qde"]);
});

test("an unknown cell or time signature is refused by its name", () => {
  expect(() => cellOf("zzz")).toThrow('unknown rhythm cell "zzz"');
  expect(() => meterOf("constructor")).toThrow("unknown time signature");
});

test("a rhythm is drawn with its time signature and bar lines, a cell without", () => {
  expect(rhythmAbc("3/4", ["h", "q", "hd"])).toBe("X:1\nM:3/4\nL:1/16\nK:C clef=none stafflines=1\nB8 B4 | B12 |]");
  expect(cellAbc("ttt")).toBe("X:1\nL:1/16\nK:C clef=none stafflines=1\n(3B2B2B2");
});
