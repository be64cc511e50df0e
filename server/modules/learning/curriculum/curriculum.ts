import { generate } from "../exercises/generate";
import { type Curriculum, type Level, levelSchema, type Track, type TrackData } from "./level";
import { chords } from "./tracks/chords";
import { intervals } from "./tracks/intervals";
import { keySignatures } from "./tracks/key-signatures";
import { noteReading } from "./tracks/note-reading";
import { rhythm } from "./tracks/rhythm";
import { scaleDegrees } from "./tracks/scale-degrees";
import { scales } from "./tracks/scales";

const PROBE = Uint8Array.from({ length: 16 }, (_, at) => at + 1);

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function readLevel(data: object, { id: track, kind }: TrackData): Level {
  const read = levelSchema.safeParse({ ...data, track, kind });
  if (read.success) return read.data;
  const name = "id" in data ? String(data.id) : `in ${track}`;
  const faults = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`level ${name}: ${faults.join("; ")}`);
}

/** Each level once, after all that it requires: so the order of teaching is an order of unlocking, and has no cycles. */
function checkOrder(levels: readonly Level[]): void {
  const ids = new Set(levels.map(({ id }) => id));
  const taught = new Set<string>();
  for (const { id, requires } of levels) {
    if (taught.has(id)) throw new Error(`level ${id}: is there twice`);
    for (const other of requires) {
      if (!ids.has(other)) throw new Error(`level ${id}: requires ${other}, which does not exist`);
      if (!taught.has(other)) throw new Error(`level ${id}: requires ${other}, which comes no earlier`);
    }
    taught.add(id);
  }
}

function checkPlayable(level: Level): void {
  try {
    generate(level, PROBE);
  } catch (error) {
    throw new Error(`level ${level.id}: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * The curriculum of these tracks. Refuses, naming the level, what is misspelt, requires what does not exist or comes
 * later, or has parameters from which no question can be made.
 */
export function curriculumOf(data: readonly TrackData[]): Curriculum {
  const tracks = data.map((it): Track => ({
    id: it.id,
    title: it.title,
    description: it.description,
    levels: it.levels.map((level) => readLevel(level, it)),
  }));
  const levels = tracks.flatMap((track) => track.levels);
  checkOrder(levels);
  levels.forEach(checkPlayable);
  const byId = new Map(levels.map((level) => [level.id, level]));
  return { tracks, levelOf: (id) => byId.get(id) ?? null };
}

/** Checked when the server starts. */
export const curriculum: Curriculum = curriculumOf([
  noteReading, keySignatures, scaleDegrees, intervals, chords, scales, rhythm,
]);
