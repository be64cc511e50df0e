import { ChordType, Interval } from "tonal";
import type { ParamsOf } from "../curriculum/level";
import { staffAbc } from "../music/abc";
import { contrast } from "../music/intervals";
import { midiOf, nameOf, pretty } from "../music/pitch";
import { notesOf, rootsFor, type Shape } from "../music/roots";
import { LEAD_IN_MS, together } from "../music/sound";
import { clefFor } from "../music/staff";
import { capitalised, placeWord, withArticle } from "../music/wording";
import { evenly, pick, type Random, spaced } from "./draw";
import type { ExerciseOf, Heard, Shown } from "./exercise";
import { inWords, type Kind, labelOf, onlyOf } from "./kind";

type Params = ParamsOf<"chord.ear">;
type Subject = ExerciseOf<"chord.ear">["subject"];

/** C3 to A5. */
const RANGE = { low: 48, high: 81 };
const HIGHEST_ROOT = 65;

/** What each quality is called on a button, and in a sentence. */
const NAMES: Record<string, readonly [string, string]> = {
  M: ["Major", "major triad"],
  m: ["Minor", "minor triad"],
  dim: ["Diminished", "diminished triad"],
  aug: ["Augmented", "augmented triad"],
  sus2: ["Sus2", "sus2 chord"],
  sus4: ["Sus4", "sus4 chord"],
  "7": ["Dominant seventh (7)", "dominant seventh chord"],
  maj7: ["Major seventh (maj7)", "major seventh chord"],
  m7: ["Minor seventh (m7)", "minor seventh chord"],
  m7b5: ["Half-diminished (m7♭5)", "half-diminished seventh chord"],
  dim7: ["Diminished seventh (dim7)", "diminished seventh chord"],
  "9": ["Dominant ninth (9)", "dominant ninth chord"],
  maj9: ["Major ninth (maj9)", "major ninth chord"],
  m9: ["Minor ninth (m9)", "minor ninth chord"],
  "7b9": ["Dominant with ♭9 (7♭9)", "dominant flat-ninth chord"],
};

function tonesOf(quality: string): string[] {
  const { intervals, empty } = ChordType.get(quality);
  if (empty || NAMES[quality] === undefined) throw new Error(`unknown chord "${quality}"`);
  return intervals;
}

const qualityOf = (id: string): string => id.split("/")[0] ?? id;
const inversionOf = (id: string): number => Number(id.split("/")[1] ?? 0);
const positionName = (inversion: number) => (inversion === 0 ? "root position" : `${placeWord(inversion)} inversion`);
const octaveUp = (interval: string): string => Interval.add(interval, "8P") ?? interval;

/** Inverted: the lowest tones go up an octave. Open: every second tone does, which spreads the chord over two hands. */
function shapeOf(id: string, open: boolean): Shape {
  const tones = tonesOf(qualityOf(id));
  const inversion = inversionOf(id);
  if (inversion >= tones.length) throw new Error(`"${id}" has no ${positionName(inversion)}`);
  const inverted = [...tones.slice(inversion), ...tones.slice(0, inversion).map(octaveUp)];
  const spread = open ? inverted.map((tone, at) => (at % 2 === 1 ? octaveUp(tone) : tone)) : inverted;
  return open ? [...spread.filter((_, at) => at % 2 === 0), ...spread.filter((_, at) => at % 2 === 1)] : spread;
}

const idsOf = ({ set, inversions }: Params): string[] =>
  set.flatMap((quality) => (inversions ? inversions.map((inversion) => `${quality}/${inversion}`) : [quality]));

function label(id: string): string {
  const name = NAMES[qualityOf(id)]?.[0] ?? id;
  return id.includes("/") ? `${name}, ${positionName(inversionOf(id))}` : name;
}

const notesIn = ({ root, open }: Subject, id: string) => notesOf(root, shapeOf(id, open));

const sound = (notes: readonly string[]): Heard => ({
  notes: together(notes.map(midiOf), LEAD_IN_MS, 2300),
  lengthMs: LEAD_IN_MS + 2500,
});

function pose(params: Params, count: number, random: Random): ExerciseOf<"chord.ear">[] {
  const ids = idsOf(params);
  const roots = rootsFor(ids.map((id) => shapeOf(id, params.open)), RANGE).filter((root) => midiOf(root) <= HIGHEST_ROOT);
  const choices = ids.map((id) => inWords(id, label(id)));
  return spaced(random, evenly(random, ids, count), { keyOf: (id) => id, maxRun: 2 }).map((id) => {
    const subject = { kind: "chord.ear" as const, root: pick(random, roots), open: params.open };
    return {
      kind: "chord.ear",
      prompt: params.inversions ? "Which chord do you hear, and which way up?" : "Which chord do you hear?",
      notation: null,
      heard: sound(notesIn(subject, id)),
      answerForm: "CHOICE",
      answerLength: null,
      choices,
      answer: [id],
      skill: `chord:${params.open ? "open:" : ""}${id.replace("/", ":")}`,
      subject,
    };
  });
}

function show(exercise: ExerciseOf<"chord.ear">, ids: readonly string[]): Shown {
  const notes = notesIn(exercise.subject, onlyOf(ids));
  const clef = clefFor(notesIn(exercise.subject, onlyOf(exercise.answer)));
  return {
    text: labelOf(exercise, onlyOf(ids)),
    notation: staffAbc({ clef, unit: "1/1" }, [[notes]]),
    heard: sound(notes),
  };
}

const inSentence = (id: string) => {
  const name = withArticle(NAMES[qualityOf(id)]?.[1] ?? id);
  return id.includes("/") ? `${name} in ${positionName(inversionOf(id))}` : name;
};

/** ", so its third, E♭, is the lowest note" */
function lowest({ subject }: ExerciseOf<"chord.ear">, id: string): string {
  if (!id.includes("/")) return "";
  const tone = ["root", "third", "fifth", "seventh"][inversionOf(id)] ?? "root";
  return `, so its ${tone}, ${pretty(nameOf(notesIn(subject, id)[0] ?? ""))}, is the lowest note`;
}

function affirm(exercise: ExerciseOf<"chord.ear">): string {
  const id = onlyOf(exercise.answer);
  const names = notesIn(exercise.subject, id).map(nameOf).map(pretty);
  return `Yes, ${names.join(" ")} is ${inSentence(id)}${lowest(exercise, id)}.`;
}

function correct(exercise: ExerciseOf<"chord.ear">, given: readonly string[]): string {
  const [right, wrong] = [onlyOf(exercise.answer), onlyOf(given)];
  const difference = contrast(tonesOf(qualityOf(right)), tonesOf(qualityOf(wrong)));
  const turned = inversionOf(right) === inversionOf(wrong) ? "" : lowest(exercise, right);
  return `${capitalised(`you chose ${inSentence(wrong)}`)}; this was ${inSentence(right)}${difference}${turned}.`;
}

export const chord: Kind<"chord.ear"> = { pose, show, affirm, correct };
