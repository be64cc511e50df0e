import type { ParamsOf } from "../curriculum/level";
import { barTicks, cellAbc, cellOf, groupStarts, type Meter, meterOf, rhythmAbc, ticksOf } from "../music/rhythm";
import { LEAD_IN_MS } from "../music/sound";
import { counted, countWord } from "../music/wording";
import { evenly, type Random, shuffled } from "./draw";
import type { ExerciseOf, Heard, NoteEvent, Shown } from "./exercise";
import { firstDifference, type Kind, labelOf } from "./kind";
import { drawRhythms } from "./rhythm-draw";

type Params = ParamsOf<"rhythm">;

const PITCH = 67;
/** Between two notes, so that the end of each is heard, and a rest is told from a longer note. */
const GAP_MS = 40;
const TAIL_MS = 400;

const startOf = (meter: Meter, tick: number) => LEAD_IN_MS + (barTicks(meter) + tick) * meter.msPerTick;
const endOf = (meter: Meter, ticks: number) => startOf(meter, ticks) + TAIL_MS;

/** One bar of clicks, those that begin a group accented. */
function countIn(meter: Meter) {
  const starts = groupStarts(meter);
  return Array.from({ length: barTicks(meter) / meter.click }, (_, at) => at * meter.click).map((tick) => ({
    startMs: LEAD_IN_MS + tick * meter.msPerTick,
    accent: starts.includes(tick),
  }));
}

/** The rhythm after its count-in; what begins a group of the bar is a little louder. */
function sound(ts: string, ids: readonly string[], lengthMs: number): Heard {
  const meter = meterOf(ts);
  const starts = groupStarts(meter);
  const notes: NoteEvent[] = [];
  let tick = 0;
  for (const length of ids.flatMap((id) => cellOf(id).notes)) {
    const gain = starts.includes(tick % barTicks(meter)) ? 1 : 0.75;
    const durationMs = length * meter.msPerTick - GAP_MS;
    if (length > 0) notes.push({ midi: PITCH, startMs: startOf(meter, tick), durationMs, gain });
    tick += Math.abs(length);
  }
  return { notes, clicks: countIn(meter), lengthMs: Math.max(lengthMs, endOf(meter, tick)) };
}

function pose({ meters, bars }: Params, count: number, random: Random): ExerciseOf<"rhythm">[] {
  const lengthMs = Math.max(...meters.map(({ ts }) => endOf(meterOf(ts), bars * barTicks(meterOf(ts)))));
  const turns = evenly(random, meters, count);
  const posed = meters.flatMap((params) => {
    const share = turns.filter((turn) => turn === params).length;
    return drawRhythms(params, { bars, count: share }, random).map((answer): ExerciseOf<"rhythm"> => ({
      kind: "rhythm",
      prompt:
        `After one bar of clicks you hear ${counted(bars, "bar")} in ${meterOf(params.ts).spoken}. ` +
        `Which ${countWord(params.length)} rhythms fill ${bars === 1 ? "it" : "them"}?`,
      notation: null,
      heard: sound(params.ts, answer, lengthMs),
      answerForm: "SEQUENCE",
      answerLength: params.length,
      choices: params.cells.map((id) => ({ id, label: cellOf(id).label, notation: cellAbc(id) })),
      answer,
      skill: `rhythm:${params.ts}:${[...new Set(answer)].sort().join("+")}`,
      subject: { kind: "rhythm", meter: params.ts, bars, lengthMs },
    }));
  });
  return shuffled(random, posed);
}

function show(exercise: ExerciseOf<"rhythm">, ids: readonly string[]): Shown {
  const { meter, lengthMs } = exercise.subject;
  return {
    text: ids.map((id) => labelOf(exercise, id)).join(" · "),
    notation: rhythmAbc(meter, ids),
    heard: sound(meter, ids, lengthMs),
  };
}

/** "in bar 2, on beat 3" */
function whereabouts(ts: string, before: readonly string[]): string {
  const meter = meterOf(ts);
  const ticks = before.reduce((sum, id) => sum + ticksOf(id), 0);
  const within = ticks % barTicks(meter);
  const beat = meter.beats.findIndex((_, at) => meter.beats.slice(0, at + 1).reduce((sum, it) => sum + it, 0) > within);
  return `in bar ${Math.floor(ticks / barTicks(meter)) + 1}, on beat ${beat + 1}`;
}

function correct({ answer, subject }: ExerciseOf<"rhythm">, given: readonly string[]): string {
  const place = firstDifference(answer, given);
  const [right, wrong] = [answer[place], given[place]];
  if (right === undefined) return `It begins well, but ${counted(given.length - answer.length, "rhythm")} too many were given.`;
  const where = whereabouts(subject.meter, answer.slice(0, place));
  if (wrong === undefined) return `It begins well, but stops early: next, ${where}, came ${cellOf(right).name}.`;
  return `The first difference is ${where}: you chose ${cellOf(wrong).name}; this was ${cellOf(right).name}.`;
}

export const rhythm: Kind<"rhythm"> = {
  pose,
  show,
  affirm: ({ answer, subject }) =>
    `Yes, these ${countWord(answer.length)} rhythms fill ${counted(subject.bars, "bar")} of ${subject.meter} exactly.`,
  correct,
};
