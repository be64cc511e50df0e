import { keysOf, padLayout } from "./pad-layout";
import { hintFor, shortcutFor } from "./shortcuts";

const keys = (...labels: string[]) => keysOf(padLayout(labels.map((label) => ({ id: label, label }))));
const intervals = keys("Minor second", "Major second", "Minor third");
const letters = keys("C", "D", "E", "F", "G", "A", "B");
const withAccidentals = keys("C", "C♯", "D♭", "D", "E", "F", "F♯", "B", "B♭");

test("number keys answer by place", () => {
  expect(shortcutFor("2", intervals)).toEqual({ type: "answer", id: "Major second" });
  expect(shortcutFor("4", intervals)).toBeNull();
});

test("the tenth, eleventh and twelfth answer follow the number row", () => {
  const twelve = keys(..."abcdefghijkl".split("").map((letter) => `Interval ${letter}`));
  expect(["0", "-", "="].map((pressed) => shortcutFor(pressed, twelve))).toEqual(["j", "k", "l"].map((letter) => ({ type: "answer", id: `Interval ${letter}` })));
});

test("letters answer note names in either case", () => {
  expect(shortcutFor("g", letters)).toEqual({ type: "answer", id: "G" });
  expect(shortcutFor("B", letters)).toEqual({ type: "answer", id: "B" });
});

test("a degree is answered by its own digit, not by its place", () => {
  expect(shortcutFor("5", keys("1", "3", "5"))).toEqual({ type: "answer", id: "5" });
  expect(shortcutFor("2", keys("1", "3", "5"))).toBeNull();
});

test("an arrow arms a sharp or a flat for the next letter, and the same arrow disarms it", () => {
  expect(shortcutFor("ArrowUp", withAccidentals)).toEqual({ type: "arm", accidental: "♯" });
  expect(shortcutFor("ArrowUp", withAccidentals, "♯")).toEqual({ type: "arm", accidental: "" });
  expect(shortcutFor("f", withAccidentals, "♯")).toEqual({ type: "answer", id: "F♯" });
  expect(shortcutFor("b", withAccidentals, "♭")).toEqual({ type: "answer", id: "B♭" });
  expect(shortcutFor("f", withAccidentals)).toEqual({ type: "answer", id: "F" });
});

test("arrows scroll the page where there are no accidentals", () => {
  expect(shortcutFor("ArrowDown", letters)).toBeNull();
});

test("space and R play the question again", () => {
  expect(shortcutFor(" ", intervals)).toEqual({ type: "replay" });
  expect(shortcutFor("r", letters)).toEqual({ type: "replay" });
});

test("sequences are mended and sent from the keyboard too", () => {
  expect(shortcutFor("Backspace", intervals)).toEqual({ type: "undo" });
  expect(shortcutFor("Enter", intervals)).toEqual({ type: "submit" });
});

test("buttons show their key only where it isn't their own name", () => {
  const [first] = intervals;
  const [letter] = letters;
  expect(first && hintFor(first, intervals)).toBe("1");
  expect(letter && hintFor(letter, letters)).toBeNull();
});
