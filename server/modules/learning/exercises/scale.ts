import { ScaleType } from "tonal";
import type { ParamsOf } from "../curriculum/level";
import { staffAbc } from "../music/abc";
import { contrast } from "../music/intervals";
import { midiOf, nameOf, pretty } from "../music/pitch";
import { notesOf, rootsFor, type Shape } from "../music/roots";
import { inTurn, LEAD_IN_MS } from "../music/sound";
import { clefFor } from "../music/staff";
import { evenly, pick, type Random, spaced } from "./draw";
import type { ExerciseOf, Heard, Shown } from "./exercise";
import { inWords, type Kind, labelOf, onlyOf } from "./kind";

type Params = ParamsOf<"scale.ear">;

/** A3 to A5. */
const RANGE = { low: 57, high: 81 };
const NOTE_MS = 380;
const LAST_MS = 1100;

/** What each scale is called on a button, and in a sentence; by tonal's name. */
const NAMES: Record<string, readonly [string, string]> = {
  major: ["Major (Ionian)", "the major scale"],
  aeolian: ["Natural minor (Aeolian)", "the natural minor scale"],
  "harmonic minor": ["Harmonic minor", "the harmonic minor scale"],
  "melodic minor": ["Melodic minor (ascending)", "the ascending melodic minor scale"],
  "major pentatonic": ["Major pentatonic", "the major pentatonic scale"],
  "minor pentatonic": ["Minor pentatonic", "the minor pentatonic scale"],
  "minor blues": ["Blues", "the blues scale"],
  dorian: ["Dorian", "the Dorian mode"],
  phrygian: ["Phrygian", "the Phrygian mode"],
  lydian: ["Lydian", "the Lydian mode"],
  mixolydian: ["Mixolydian", "the Mixolydian mode"],
  locrian: ["Locrian", "the Locrian mode"],
  "whole tone": ["Whole tone", "the whole-tone scale"],
  diminished: ["Diminished (whole–half)", "the whole–half diminished scale"],
  "lydian dominant": ["Lydian dominant", "the Lydian dominant scale"],
  altered: ["Altered (super-Locrian)", "the altered scale"],
};

/** As players write them; tonal's own spelling would put a B♯ into the whole-tone scale on D. */
const SPELLINGS: Record<string, Shape> = {
  "whole tone": ["1P", "2M", "3M", "4A", "5A", "7m"],
  altered: ["1P", "2m", "2A", "3M", "5d", "6m", "7m"],
};

const idOf = (name: string) => name.replaceAll(" ", "-");
const nameFor = (id: string) => id.replaceAll("-", " ");

function tonesOf(id: string): Shape {
  const name = nameFor(id);
  const { intervals, empty } = ScaleType.get(name);
  if (empty || NAMES[name] === undefined) throw new Error(`unknown scale "${id}"`);
  return SPELLINGS[name] ?? intervals;
}

/** One octave up, the upper tonic included. */
const shapeOf = (id: string): Shape => [...tonesOf(id), "8P"];
const inSentence = (id: string) => NAMES[nameFor(id)]?.[1] ?? id;

const lasting = (tones: number) => LEAD_IN_MS + (tones - 1) * NOTE_MS + LAST_MS + 200;

const sound = (notes: readonly string[], lengthMs: number): Heard => ({
  notes: inTurn(notes.map(midiOf), { startMs: LEAD_IN_MS, everyMs: NOTE_MS, lastMs: LAST_MS }),
  lengthMs,
});

function pose({ set }: Params, count: number, random: Random): ExerciseOf<"scale.ear">[] {
  const ids = set.map(idOf);
  const shapes = ids.map(shapeOf);
  const roots = rootsFor(shapes, RANGE);
  const lengthMs = lasting(Math.max(...shapes.map((shape) => shape.length)));
  const choices = ids.map((id) => inWords(id, NAMES[nameFor(id)]?.[0] ?? id));
  return spaced(random, evenly(random, ids, count), { keyOf: (id) => id, maxRun: 2 }).map((id) => {
    const root = pick(random, roots);
    return {
      kind: "scale.ear",
      prompt: "Which scale do you hear?",
      notation: null,
      heard: sound(notesOf(root, shapeOf(id)), lengthMs),
      answerForm: "CHOICE",
      answerLength: null,
      choices,
      answer: [id],
      skill: `scale:${id}`,
      subject: { kind: "scale.ear", root, lengthMs },
    };
  });
}

function show(exercise: ExerciseOf<"scale.ear">, ids: readonly string[]): Shown {
  const { root, lengthMs } = exercise.subject;
  const notes = notesOf(root, shapeOf(onlyOf(ids)));
  const clef = clefFor(notesOf(root, ["1P", "8P"]));
  return {
    text: labelOf(exercise, onlyOf(ids)),
    notation: staffAbc({ clef, unit: "1/4" }, [notes.map((note) => [note])]),
    heard: sound(notes, lengthMs),
  };
}

export const scale: Kind<"scale.ear"> = {
  pose,
  show,
  affirm: ({ subject, answer }) => {
    const names = notesOf(subject.root, tonesOf(onlyOf(answer))).map(nameOf).map(pretty);
    return `Yes, ${names.join(" ")} is ${inSentence(onlyOf(answer))} on ${names[0] ?? ""}.`;
  },
  correct: ({ answer }, given) => {
    const [right, wrong] = [onlyOf(answer), onlyOf(given)];
    return `You chose ${inSentence(wrong)}; this was ${inSentence(right)}${contrast(tonesOf(right), tonesOf(wrong))}.`;
  },
};
