import { Interval } from "tonal";
import type { Mode, ParamsOf } from "../curriculum/level";
import { staffAbc } from "../music/abc";
import { degreeInterval, tonicsFor } from "../music/keys";
import { bySize } from "../music/intervals";
import { midiOf, nameOf, pretty, transposed } from "../music/pitch";
import { inTurn, LEAD_IN_MS, together } from "../music/sound";
import { counted, placeWord } from "../music/wording";
import { evenly, pick, type Random, spaced } from "./draw";
import type { Exercise, ExerciseOf, Heard, Shown } from "./exercise";
import { firstDifference, inWords, type Kind } from "./kind";

type Params = ParamsOf<"degree.ear">;
type Subject = ExerciseOf<"degree.ear">["subject"];

const NAMES = ["tonic", "supertonic", "mediant", "subdominant", "dominant", "submediant"];
/** From A3 up to G♯4, so that the bass of the cadence and two octaves of notes stay where a piano sounds clear. */
const TONICS = { low: 57, high: 68 };
const MIDDLE_C = { low: 60, high: 60 };
const CHORD_MS = 650;
const NOTES_START_MS = LEAD_IN_MS + 5 * CHORD_MS + 300;
const NOTE_MS = 800;
const LAST_MS = 1500;

/** An interval above the tonic as a degree: 4P gives "4", 4A "#4", 7m in major "b7". */
const chromaticId = (interval: string) => `${/[Mm]$/.test(interval) ? "b" : "#"}${Interval.num(interval)}`;

const intervalOf = (id: string, mode: Mode): string => {
  if (id.startsWith("#")) return `${id.slice(1)}A`;
  return id.startsWith("b") ? `${id.slice(1)}m` : degreeInterval(mode, Number(id));
};

function degreeName(id: string, mode: Mode): string {
  if (id.startsWith("#")) return `the raised ${placeWord(Number(id.slice(1)))}`;
  if (id.startsWith("b")) return `the lowered ${placeWord(Number(id.slice(1)))}`;
  return `the ${NAMES[Number(id) - 1] ?? (mode === "major" ? "leading note" : "subtonic")}`;
}

const idsOf = ({ degrees, chroma, mode }: Params): string[] =>
  [...degrees.map(String), ...chroma.map(chromaticId)].sort((one, other) =>
    bySize(intervalOf(one, mode === "minor" ? "minor" : "major"), intervalOf(other, mode === "minor" ? "minor" : "major")),
  );

const midiAt = ({ tonic, mode, octaves }: Subject, id: string, place: number): number =>
  midiOf(noteAt({ tonic, mode, octaves }, id, place));

function noteAt({ tonic, mode, octaves }: Omit<Subject, "kind">, id: string, place: number): string {
  const note = transposed(tonic, intervalOf(id, mode));
  return (octaves[place] ?? 0) < 0 ? transposed(note, "-8P") : note;
}

/** I IV V I, or i iv V i, the upper voices moving by the shortest way. */
function cadence({ tonic, mode }: Subject) {
  const [third, sixth] = mode === "major" ? [4, 9] : [3, 8];
  const home = [-12, 0, third, 7];
  const chords = [home, [-7, 0, 5, sixth], [-5, -1, 2, 7], home];
  return chords.flatMap((chord, at) => {
    const midis = chord.map((step) => midiOf(tonic) + step);
    return together(midis, LEAD_IN_MS + at * CHORD_MS, at === 3 ? 2 * CHORD_MS - 100 : CHORD_MS - 40);
  });
}

function sound(subject: Subject, answer: readonly string[]): Heard {
  const melody = answer.map((id, place) => midiAt(subject, id, place));
  return {
    notes: [...cadence(subject), ...inTurn(melody, { startMs: NOTES_START_MS, everyMs: NOTE_MS, lastMs: LAST_MS })],
    lengthMs: NOTES_START_MS + (answer.length - 1) * NOTE_MS + LAST_MS + 200,
  };
}

/** So many answers in one mode, no degree following itself within an answer. */
function answersIn(params: Params, count: number, random: Random): string[][] {
  const degrees = evenly(random, idsOf(params), count * params.count);
  const inOrder = params.count === 1 ? degrees : spaced(random, degrees, { keyOf: (id) => id, maxRun: 1 });
  return Array.from({ length: count }, (_, at) => inOrder.slice(at * params.count, (at + 1) * params.count));
}

function pose(params: Params, count: number, random: Random): ExerciseOf<"degree.ear">[] {
  const modes: Mode[] = params.mode === "both" ? ["major", "minor"] : [params.mode];
  const turns = evenly(random, modes, count);
  const posed = modes.flatMap((mode) => {
    const tonics = tonicsIn(params, mode);
    return answersIn(params, turns.filter((turn) => turn === mode).length, random).map((answer): ExerciseOf<"degree.ear"> => {
      const octaves = answer.map(() => -random(params.octaves));
      return question(params, answer, { kind: "degree.ear", tonic: pick(random, tonics), mode, octaves });
    });
  });
  return spaced(random, posed, { keyOf: ({ answer }) => answer.join(" "), maxRun: 2 });
}

const tonicsIn = (params: Params, mode: Mode): string[] => {
  const intervals = idsOf(params).map((id) => intervalOf(id, mode));
  return tonicsFor(mode, intervals, params.keys === "C" ? MIDDLE_C : TONICS);
};

const question = (params: Params, answer: string[], subject: Subject): ExerciseOf<"degree.ear"> => ({
  kind: "degree.ear",
  prompt:
    answer.length === 1
      ? "Chords set the key, then you hear one note. Which degree is it?"
      : `Chords set the key, then you hear ${counted(answer.length, "note")}. Which degrees are they, in order?`,
  notation: null,
  heard: sound(subject, answer),
  answerForm: answer.length === 1 ? "CHOICE" : "SEQUENCE",
  answerLength: answer.length === 1 ? null : answer.length,
  choices: idsOf(params).map((id) => inWords(id, degreeLabel(id))),
  answer,
  skill: answer.map((id) => `deg:${subject.mode}:${id}`).join("+"),
  subject,
});

const degreeLabel = (id: string) => id.replace("#", "♯").replace("b", "♭");

/** The tonic first, then the degrees. */
function show({ subject }: ExerciseOf<"degree.ear">, ids: readonly string[]): Shown {
  const { tonic, mode } = subject;
  const notes = ids.map((id, place) => noteAt(subject, id, place));
  const melody = [tonic, ...notes].map(midiOf);
  return {
    text: `${ids.map(degreeLabel).join(" ")} in ${pretty(nameOf(tonic))} ${mode}`,
    notation: staffAbc({ clef: "treble", unit: "1/4", key: { tonic: nameOf(tonic), mode } }, [[[tonic]], notes.map((note) => [note])]),
    heard: {
      notes: inTurn(melody, { startMs: LEAD_IN_MS, everyMs: NOTE_MS, lastMs: LAST_MS }),
      lengthMs: LEAD_IN_MS + ids.length * NOTE_MS + LAST_MS + 200,
    },
  };
}

const said = ({ subject }: ExerciseOf<"degree.ear">, id: string, place: number) =>
  `${degreeLabel(id)} (${pretty(nameOf(noteAt(subject, id, place)))})`;

function affirm(exercise: ExerciseOf<"degree.ear">): string {
  const { answer, subject } = exercise;
  const key = `${pretty(nameOf(subject.tonic))} ${subject.mode}`;
  const facts = answer.map((id, place) => `${degreeLabel(id)} is ${pretty(nameOf(noteAt(subject, id, place)))}, ${degreeName(id, subject.mode)}`);
  return `Yes, in ${key} ${facts.join("; ")}.`;
}

function correct(exercise: ExerciseOf<"degree.ear">, given: readonly string[]): string {
  const { answer, subject } = exercise;
  const place = firstDifference(answer, given);
  const [right, wrong] = [answer[place], given[place]];
  if (right === undefined || wrong === undefined) return wrongLength(answer, given);
  const semitones = midiAt(subject, right, place) - midiAt(subject, wrong, place);
  const distance = `${counted(Math.abs(semitones), "semitone")} ${semitones > 0 ? "higher" : "lower"}`;
  const opening = answer.length === 1 ? "You" : `The ${placeWord(place + 1)} note went wrong first: you`;
  const asked = `${said(exercise, right, place)}, ${degreeName(right, subject.mode)}, ${distance}`;
  return `${opening} chose ${said(exercise, wrong, place)}; this was ${asked}.`;
}

const wrongLength = ({ length }: Exercise["answer"], given: readonly string[]) =>
  `You named ${counted(given.length, "note")}; ${counted(length, "note")} ${length === 1 ? "was" : "were"} played.`;

export const degree: Kind<"degree.ear"> = { pose, show, affirm, correct };
