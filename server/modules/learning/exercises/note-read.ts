import type { Clef, ParamsOf } from "../curriculum/level";
import { staffAbc } from "../music/abc";
import { midiOf, nameOf, naturalAt, octaveOf, pretty, stepOf } from "../music/pitch";
import { LEAD_IN_MS, together } from "../music/sound";
import { placeOnStaff, positionOf } from "../music/staff";
import { counted } from "../music/wording";
import { evenlyWithin, type Random, spaced } from "./draw";
import type { ExerciseOf, Shown } from "./exercise";
import { inWords, type Kind, onlyOf } from "./kind";

type Params = ParamsOf<"note.read">;
interface Item {
  clef: Clef;
  note: string;
}

const LETTERS = ["C", "D", "E", "F", "G", "A", "B"];
const MIDDLE_C = stepOf("C4");
const SIGN_WORDS: Record<string, string> = { "#": "sharp", b: "flat" };

const naturalsIn = ([low, high]: readonly [string, string]): string[] =>
  Array.from({ length: stepOf(high) - stepOf(low) + 1 }, (_, at) => naturalAt(stepOf(low) + at));

/** On the piano's two staves middle C and what is above it stand on the upper one. */
const handOf = (note: string): Clef => (stepOf(note) >= MIDDLE_C ? "treble" : "bass");

const withinOneLedgerLine = ({ clef, note }: Item) => positionOf(note, clef) >= -2 && positionOf(note, clef) <= 10;

function naturalItems({ clef, notes, range }: Params): Item[][] {
  const names = notes ?? naturalsIn(range ?? ["C4", "C4"]);
  const on = (one: Clef) => names.map((note) => ({ clef: one, note }));
  if (clef === "mixed") return (["treble", "bass", "alto", "tenor"] as const).map((one) => on(one).filter(withinOneLedgerLine));
  if (clef === "grand") return (["treble", "bass"] as const).map((one) => on(one).filter(({ note }) => handOf(note) === one));
  return [on(clef)];
}

const altered = ({ clef, note }: Item, sign: string): Item => ({ clef, note: note.charAt(0) + sign + note.slice(1) });

/** Clefs and accidentals take their turns evenly, and so do the notes of each. */
const strataOf = (params: Params): Item[][] =>
  naturalItems(params).flatMap((items) => ["", ...params.accidentals].map((sign) => items.map((item) => altered(item, sign))));

function choicesOf({ notes, accidentals }: Params) {
  const signs = ["b", "", "#"].filter((sign) => sign === "" || accidentals.includes(sign as "#" | "b"));
  const names = notes ?? LETTERS.flatMap((letter) => signs.map((sign) => letter + sign));
  return names.map((name) => inWords(name, pretty(name)));
}

function pose(params: Params, count: number, random: Random): ExerciseOf<"note.read">[] {
  const idOf = ({ note }: Item) => (params.notes ? note : nameOf(note));
  const items = spaced(random, evenlyWithin(random, strataOf(params), count), { keyOf: idOf, maxRun: 2 });
  const choices = choicesOf(params);
  return items.map((item) => {
    const subject = { kind: "note.read" as const, staff: params.clef === "grand" ? ("grand" as const) : item.clef, ...item };
    return {
      kind: "note.read",
      prompt: params.notes ? "Which note is this? Name it with its octave." : "Which note is this?",
      notation: drawn(subject, item.note),
      heard: null,
      answerForm: "CHOICE",
      answerLength: null,
      choices,
      answer: [idOf(item)],
      skill: `note:${item.clef}:${item.note}`,
      subject,
    };
  });
}

const drawn = ({ staff, clef }: ExerciseOf<"note.read">["subject"], note: string) =>
  staffAbc({ clef: staff, unit: "1/1" }, [[[note]]], staff === "grand" ? handOf(note) : clef);

/** The note that a choice means here: a bare letter stands for its note nearest to the one that is asked for. */
function meant({ subject }: ExerciseOf<"note.read">, id: string): string {
  if (/\d/.test(id)) return id;
  if (id === nameOf(subject.note)) return subject.note;
  const distance = (octave: number) => Math.abs(stepOf(`${id}${octave}`) - stepOf(subject.note));
  const octave = octaveOf(subject.note);
  const [nearest = octave] = [octave, octave - 1, octave + 1].sort((one, other) => distance(one) - distance(other));
  return `${id}${nearest}`;
}

function show(exercise: ExerciseOf<"note.read">, ids: readonly string[]): Shown {
  const note = meant(exercise, onlyOf(ids));
  const lengthMs = LEAD_IN_MS + 1800;
  return {
    text: pretty(onlyOf(ids)),
    notation: drawn(exercise.subject, note),
    heard: { notes: together([midiOf(note)], LEAD_IN_MS, 1600), lengthMs },
  };
}

const placed = ({ subject }: ExerciseOf<"note.read">) => placeOnStaff(subject.note, subject.clef);

function correct(exercise: ExerciseOf<"note.read">, given: readonly string[]): string {
  const [right, wrong] = [exercise.subject.note, meant(exercise, onlyOf(given))];
  const steps = stepOf(right) - stepOf(wrong);
  const opening = `You chose ${pretty(onlyOf(given))}; this was ${pretty(exercise.answer[0] ?? "")}`;
  if (steps !== 0) {
    const distance = `${counted(Math.abs(steps), "step")} ${steps > 0 ? "higher" : "lower"}`;
    return `${opening}, ${placed(exercise)}, ${distance}.`;
  }
  const sign = SIGN_WORDS[nameOf(right).slice(1)];
  return `${opening}: the right letter, but ${sign ? `with a ${sign} sign` : "without a sharp or flat sign"}.`;
}

export const noteRead: Kind<"note.read"> = {
  pose,
  show,
  affirm: (exercise) => `Yes, ${pretty(exercise.subject.note)} stands ${placed(exercise)}.`,
  correct,
};
