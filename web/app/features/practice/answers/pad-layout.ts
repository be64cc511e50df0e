import type { Choice } from "../flow/question";

/** One answer button and where it stands. `stem` is the bare letter or degree, the key that answers it. */
export interface Key {
  choice: Choice;
  /** What the button shows; the whole label remains its accessible name. */
  face: string;
  stem: string | null;
  accidental: Accidental;
}

export type Accidental = "♯" | "" | "♭";

export type PadLayout =
  /** Letters or degrees side by side, each accidental in a row of its own, gaps as null. Groups are e.g. major and minor keys. */
  | { form: "grid"; groups: readonly { title: string | null; rows: readonly (readonly (Key | null)[])[] }[] }
  | { form: "list"; width: "short" | "brief" | "medium" | "long"; keys: readonly Key[] }
  | { form: "cells"; keys: readonly Key[] };

const STEM = /^([♯♭#b]?)([A-G]|[1-7])([♯♭#b]?)(\d?)(?: (major|minor))?$/;
const STEMS = ["C", "D", "E", "F", "G", "A", "B", "1", "2", "3", "4", "5", "6", "7"];
const ROWS: readonly Accidental[] = ["♯", "", "♭"];

interface Named { choice: Choice; stem: string; accidental: Accidental; octave: string; mode: string }

/** How a question's choices are laid out: by what they are, never by which is right. */
export function padLayout(choices: readonly Choice[]): PadLayout {
  if (choices.every((choice) => choice.notation)) return { form: "cells", keys: choices.map(plainKey) };
  const named = choices.map(parse);
  if (isGrid(named)) return { form: "grid", groups: groupsOf(named) };
  if (isTwofold(choices)) return { form: "grid", groups: familiesOf(choices) };
  const longest = Math.max(...choices.map((choice) => choice.label.length));
  return { form: "list", width: longest <= 5 ? "short" : longest <= 8 ? "brief" : longest <= 26 ? "medium" : "long", keys: choices.map(plainKey) };
}

/** Every key in the order in which the eye meets it, which is the order of the number keys. */
export function keysOf(layout: PadLayout): readonly Key[] {
  if (layout.form !== "grid") return layout.keys;
  return layout.groups.flatMap((group) => group.rows.flat()).filter((key): key is Key => key !== null);
}

const SIGNS: Readonly<Record<string, Accidental>> = { "♯": "♯", "#": "♯", "♭": "♭", b: "♭" };

function parse(choice: Choice): Named | null {
  const parts = STEM.exec(choice.label);
  if (!parts) return null;
  const [, before = "", stem = "", after = "", octave = "", mode = ""] = parts;
  return { choice, stem, accidental: SIGNS[before || after] ?? "", octave, mode };
}

/** A grid needs names throughout, and no two in one place (C4 and C5 would be). */
function isGrid(named: readonly (Named | null)[]): named is readonly Named[] {
  const places = named.map((one) => one && `${one.mode} ${one.stem}${one.accidental}`);
  return !places.includes(null) && new Set(places).size === places.length && named.length > 3;
}

const TWOFOLD = /^([^,]+), ([^,]+)$/;

/** "Major, first inversion" and the like: what is shared becomes a title, so that the buttons stay short. */
function isTwofold(choices: readonly Choice[]): boolean {
  const families = new Set(choices.map(({ label }) => TWOFOLD.exec(label)?.[1]));
  return !families.has(undefined) && families.size > 1 && choices.length % families.size === 0 && choices.length > families.size;
}

function familiesOf(choices: readonly Choice[]) {
  const parted = choices.map((choice) => {
    const [, title = "", rest = ""] = TWOFOLD.exec(choice.label) ?? [];
    const key: Key = { choice, face: rest.charAt(0).toUpperCase() + rest.slice(1), stem: null, accidental: "" };
    return { title, key };
  });
  return [...new Set(parted.map(({ title }) => title))].map((title) => ({ title, rows: [parted.filter((one) => one.title === title).map(({ key }) => key)] }));
}

function groupsOf(named: readonly Named[]) {
  const modes = [...new Set(named.map((one) => one.mode))];
  return modes.map((mode) => {
    const members = named.filter((one) => one.mode === mode);
    return { title: modes.length > 1 ? `${mode.charAt(0).toUpperCase()}${mode.slice(1)}` : null, rows: rowsOf(members, named) };
  });
}

/** Columns are shared by all groups, so that F stands under F. */
function rowsOf(members: readonly Named[], all: readonly Named[]) {
  const stems = STEMS.filter((stem) => all.some((one) => one.stem === stem));
  return ROWS.filter((row) => members.some((one) => one.accidental === row)).map((row) =>
    stems.map((stem) => {
      const found = members.find((one) => one.stem === stem && one.accidental === row);
      return found ? { choice: found.choice, face: found.choice.label.replace(/ (major|minor)$/, ""), stem, accidental: row } : null;
    }),
  );
}

function plainKey(choice: Choice): Key {
  const named = parse(choice);
  const single = named && !named.octave && !named.mode;
  return { choice, face: choice.label, stem: single ? named.stem : null, accidental: single ? named.accidental : "" };
}
