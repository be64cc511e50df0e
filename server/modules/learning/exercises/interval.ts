import type { Direction, ParamsOf } from "../curriculum/level";
import { staffAbc } from "../music/abc";
import { bySize, heardName, TRITONE } from "../music/intervals";
import { isPlain, midiOf, pretty, semitonesOf, transposed } from "../music/pitch";
import { rootsFor } from "../music/roots";
import { inTurn, LEAD_IN_MS, together } from "../music/sound";
import { clefFor } from "../music/staff";
import { capitalised, countWord, withArticle } from "../music/wording";
import { evenly, pick, type Random, spaced } from "./draw";
import type { ExerciseOf, Heard, Shown } from "./exercise";
import { inWords, type Kind, onlyOf } from "./kind";

type Params = ParamsOf<"interval.ear">;
type Subject = ExerciseOf<"interval.ear">["subject"];

/** C3 to C6. */
const RANGE = { low: 48, high: 84 };
const LENGTH_MS = LEAD_IN_MS + 2500;

const PROMPTS: Record<Direction, string> = {
  asc: "Which interval do you hear, going up?",
  desc: "Which interval do you hear, going down?",
  harm: "Which interval do you hear, both notes at once?",
};

const towards = (direction: Direction, interval: string) => (direction === "desc" ? `-${interval}` : interval);

/** The two notes as played; the tritone is spelled as whichever of its two names needs no double accidental. */
function notesOf({ root, direction }: Subject, id: string): [string, string] {
  const note = transposed(root, towards(direction, id));
  return [root, id === TRITONE && !isPlain(note) ? transposed(root, towards(direction, "5d")) : note];
}

function rootsIn({ set }: Params, direction: Direction): string[] {
  const spelledOneWay = set.filter((id) => id !== TRITONE);
  return rootsFor(spelledOneWay.map((id) => ["1P", towards(direction, id)]), RANGE);
}

function sound(notes: readonly string[], direction: Direction): Heard {
  const midis = notes.map(midiOf);
  const tones =
    direction === "harm"
      ? together(midis, LEAD_IN_MS, 2200)
      : inTurn(midis, { startMs: LEAD_IN_MS, everyMs: 850, lastMs: 1350 });
  return { notes: tones, lengthMs: LENGTH_MS };
}

function pose(params: Params, count: number, random: Random): ExerciseOf<"interval.ear">[] {
  const directions: Direction[] = params.dir === "both" ? ["asc", "desc"] : [params.dir];
  const roots = { asc: rootsIn(params, "asc"), desc: rootsIn(params, "desc"), harm: rootsIn(params, "harm") };
  const items = directions.flatMap((direction) => params.set.map((id) => ({ id, direction })));
  const inOrder = spaced(random, evenly(random, items, count), { keyOf: ({ id }) => id, maxRun: 2 });
  const choices = [...params.set].sort(bySize).map((id) => inWords(id, capitalised(heardName(id))));
  return inOrder.map(({ id, direction }) => {
    const subject = { kind: "interval.ear" as const, root: pick(random, roots[direction]), direction };
    return {
      kind: "interval.ear",
      prompt: PROMPTS[direction],
      notation: null,
      heard: sound(notesOf(subject, id), direction),
      answerForm: "CHOICE",
      answerLength: null,
      choices,
      answer: [id],
      skill: `int:${direction}:${id}`,
      subject,
    };
  });
}

function show({ subject, answer }: ExerciseOf<"interval.ear">, ids: readonly string[]): Shown {
  const id = onlyOf(ids);
  const notes = notesOf(subject, id);
  const staff = { clef: clefFor(notesOf(subject, onlyOf(answer))), unit: "1/1" as const };
  const upwards = [...notes].sort((one, other) => midiOf(one) - midiOf(other));
  return {
    text: capitalised(heardName(id)),
    notation: staffAbc(staff, [subject.direction === "harm" ? [upwards] : notes.map((note) => [note])]),
    heard: sound(notes, subject.direction),
  };
}

const withSize = (id: string) => `${withArticle(heardName(id))} (${semitonesOf(id)} semitone${semitonesOf(id) === 1 ? "" : "s"})`;

const WAYS: Record<Direction, string> = { asc: "up to", desc: "down to", harm: "and" };

export const interval: Kind<"interval.ear"> = {
  pose,
  show,
  affirm: ({ subject, answer }) => {
    const [first, second] = notesOf(subject, onlyOf(answer));
    const verb = subject.direction === "harm" ? "make" : "is";
    return `Yes, ${pretty(first)} ${WAYS[subject.direction]} ${pretty(second)} ${verb} ${withSize(onlyOf(answer))}.`;
  },
  correct: ({ answer }, given) => {
    const [right, wrong] = [onlyOf(answer), onlyOf(given)];
    const wider = semitonesOf(right) - semitonesOf(wrong);
    const amount = `${countWord(Math.abs(wider))} semitone${Math.abs(wider) === 1 ? "" : "s"}`;
    return `You chose ${withSize(wrong)}; this was ${withSize(right)}, ${amount} ${wider > 0 ? "wider" : "narrower"}.`;
  },
};
