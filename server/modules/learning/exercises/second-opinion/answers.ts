import type { Exercise, Heard } from "../exercise";
import { nameOf, notesIn, readAbc } from "./read-abc";
import { CHORDS, DEGREES, FIFTHS, INTERVAL_IDS, RHYTHMS, SCALES, sure } from "./tables";

const heardIn = ({ heard }: Exercise): Heard => {
  if (!heard) throw new Error("nothing is heard");
  return heard;
};

const midisOf = (exercise: Exercise) => heardIn(exercise).notes.map(({ midi }) => midi);

/** From the bass up. */
const sounding = (exercise: Exercise) => midisOf(exercise).sort((one, other) => one - other);

function chordTones(id: string, open: boolean): number[] {
  const [quality = "", inversion = "0"] = id.split("/");
  const tones = CHORDS[quality] ?? [];
  const turned = [...tones.slice(Number(inversion)), ...tones.slice(0, Number(inversion)).map((tone) => tone + 12)];
  return turned.map((tone, at) => tone + (open && at % 2 === 1 ? 12 : 0)).sort((one, other) => one - other);
}

const overBass = (tones: readonly number[]) => tones.map((tone) => tone - (tones[0] ?? 0)).join(" ");

/** The pitch classes of I IV V I, and of i iv V i, above the tonic. */
const CADENCES = { major: ["0 4 7", "0 5 9", "2 7 11", "0 4 7"], minor: ["0 3 7", "0 5 8", "2 7 11", "0 3 7"] };

/** Tonic, mode and melody by ear: the first chord of the cadence is home, what comes after its last one is asked for. */
function byDegree(exercise: Exercise): string[] {
  const { notes } = heardIn(exercise);
  const starts = [...new Set(notes.map(({ startMs }) => startMs))].sort((one, other) => one - other);
  const at = (start: number) => notes.filter(({ startMs }) => startMs === start).map(({ midi }) => midi);
  const tonic = Math.min(...at(sure(starts[0])));
  const above = (midi: number) => (((midi - tonic) % 12) + 12) % 12;
  const chords = starts.slice(0, 4).map((start) => [...new Set(at(start).map(above))].sort((one, other) => one - other).join(" "));
  const mode = (["major", "minor"] as const).find((it) => CADENCES[it].join() === chords.join());
  if (!mode) return ["no cadence"];
  const degrees: Record<number, string> = DEGREES[mode];
  return starts.slice(4).flatMap(at).map((midi) => degrees[above(midi)] ?? "?");
}

const lengthOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + Math.abs(part), 0);
const near = (one: number, other: number, tolerance: number) => Math.abs(one - other) < tolerance;

/** What the clicks and the prompt tell: where the rhythm begins, and how long a quarter and a bar are. */
function timeOf({ prompt, heard }: Exercise) {
  const [meter, top, bottom] = sure(/(\d+)\/(\d+)/.exec(prompt));
  const [first, second] = sure(heard?.clicks).map(({ startMs }) => startMs);
  const clickMs = sure(second) - sure(first);
  const quarterMs = bottom === "8" ? clickMs * 2 : clickMs;
  const bar = (Number(top) * 4) / Number(bottom);
  return { quarterMs, bar, zeroMs: sure(first) + bar * quarterMs, groups: meter === "7/8" ? [1, 1, 1.5] : null };
}

/** Every way of the wanted length to spell what is heard with the cells on offer. */
function rhythms(exercise: Exercise): string[][] {
  const { notes } = heardIn(exercise);
  const { quarterMs, bar, zeroMs, groups } = timeOf(exercise);
  const isPlayed = (part: number, start: number) => {
    const note = notes.find(({ startMs }) => near(startMs, zeroMs + start * quarterMs, 5));
    return part < 0 ? !note : note !== undefined && near(note.durationMs, part * quarterMs, 60);
  };
  const allPlayed = (parts: readonly number[], start: number) =>
    parts.every((part, at) => isPlayed(part, start + lengthOf(parts.slice(0, at))));
  const partsOf = (id: string) => sure(RHYTHMS[id]).parts;
  const isWhole = (ids: readonly string[], end: number) =>
    near(end, 2 * bar, 0.01) && ids.flatMap(partsOf).filter((part) => part > 0).length === notes.length;
  const grow = (ids: string[], start: number): string[][] => {
    if (ids.length === exercise.answerLength) return isWhole(ids, start) ? [ids] : [];
    const group = groups?.[ids.length % 3];
    return exercise.choices.flatMap(({ id }) => {
      const length = lengthOf(partsOf(id));
      const fits = group === undefined || near(length, group, 0.01);
      return fits && allPlayed(partsOf(id), start) ? grow([...ids, id], start + length) : [];
    });
  };
  return grow([], 0);
}

function interval(exercise: Exercise): string {
  const [first = 0, second = 0] = midisOf(exercise);
  const startsTogether = new Set(heardIn(exercise).notes.map(({ startMs }) => startMs)).size === 1;
  const way = startsTogether ? "both notes at once" : second > first ? "going up" : "going down";
  return exercise.prompt.includes(way) ? (INTERVAL_IDS[Math.abs(second - first)] ?? "?") : "wrong way";
}

function readNote(exercise: Exercise): string {
  const [note] = notesIn(exercise.notation ?? "");
  if (!note) throw new Error("no note is shown");
  return exercise.choices.some(({ id }) => /\d/.test(id)) ? `${nameOf(note)}${note.octave}` : nameOf(note);
}

function readKey(exercise: Exercise): string {
  const [, mode = ""] = /which (major|minor) key/i.exec(exercise.prompt) ?? [];
  const fifths = readAbc(exercise.notation ?? "")[0]?.fifths;
  const tonic = Object.entries(FIFTHS[mode] ?? {}).find(([, value]) => value === fifths)?.[0];
  return `${tonic}-${mode}`;
}

/** Every answer that fits what the exercise shows or plays: a fair question has exactly one. */
export function fittingAnswers(exercise: Exercise): string[][] {
  const among = (fits: (id: string) => boolean) => exercise.choices.filter(({ id }) => fits(id)).map(({ id }) => [id]);
  switch (exercise.kind) {
    case "note.read":
      return among((id) => id === readNote(exercise));
    case "key.sig":
      return among((id) => id === readKey(exercise));
    case "degree.ear":
      return [byDegree(exercise)];
    case "interval.ear":
      return among((id) => id === interval(exercise));
    case "chord.ear":
      return among((id) => overBass(chordTones(id, exercise.skill.includes(":open:"))) === overBass(sounding(exercise)));
    case "scale.ear":
      return among((id) => SCALES[id]?.join(" ") === overBass(midisOf(exercise)));
    case "rhythm":
      return rhythms(exercise);
  }
}
