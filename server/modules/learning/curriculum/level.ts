import { z } from "zod";

const clefs = ["treble", "bass", "alto", "tenor"] as const;
const noteName = z.string().regex(/^[A-G][#b]?[1-7]$/, "a note such as C4 or Bb3");
const pair = z.tuple([noteName, noteName]);
const intervalName = z.string().regex(/^\d{1,2}[PMmAd]$/, "an interval such as 5P or 10m");
const setOf = <T extends z.ZodType>(item: T) =>
  z.array(item).min(2).refine((all) => new Set(all).size === all.length, "each item once");

const noteRead = z.strictObject({
  clef: z.enum([...clefs, "grand", "mixed"]),
  /** Either landmarks, which are asked for with their octave, or a range, asked for by letter. */
  notes: setOf(noteName).optional(),
  range: pair.optional(),
  accidentals: z.array(z.enum(["#", "b"])).default([]),
}).refine((it) => Boolean(it.notes) !== Boolean(it.range), "either notes or a range");

const keySignature = z.strictObject({
  mode: z.enum(["major", "minor", "both"]),
  keys: setOf(z.string().regex(/^[A-G][#b]?$/)).optional(),
  maxAcc: z.int().min(1).max(7).optional(),
}).refine((it) => Boolean(it.keys) !== Boolean(it.maxAcc), "either keys or maxAcc");

const degree = z.strictObject({
  mode: z.enum(["major", "minor", "both"]),
  degrees: setOf(z.int().min(1).max(7)),
  /** Degrees outside the scale, as intervals above the tonic. */
  chroma: z.array(intervalName).default([]),
  cadence: z.literal(true),
  keys: z.enum(["C", "any"]),
  octaves: z.int().min(1).max(2).default(1),
  count: z.int().min(1).max(5).default(1),
});

const interval = z.strictObject({ set: setOf(intervalName), dir: z.enum(["asc", "desc", "both", "harm"]) });

const chord = z.strictObject({
  set: setOf(z.string()),
  inversions: setOf(z.int().min(0).max(3)).optional(),
  open: z.boolean().default(false),
});

const scale = z.strictObject({ set: setOf(z.string()) });

const rhythm = z.strictObject({
  /** One as a rule. `length`: how many cells fill the bars, in every question. `feature`: what no question lacks. */
  meters: z.array(
    z.strictObject({ ts: z.string(), cells: setOf(z.string()), feature: z.string().optional(), length: z.int().min(2).max(16) }),
  ).min(1),
  bars: z.int().min(1).max(4),
});

const common = {
  id: z.string().regex(/^[A-Z]{2}\d{2}$/),
  track: z.string().regex(/^[A-Z]{2}$/),
  stage: z.int().min(1).max(6),
  title: z.string().min(1),
  description: z.string().min(1),
  questionCount: z.int().min(5).max(40).default(15),
  /** Share of correct answers that passes, 0 to 1. */
  passScore: z.number().min(0.5).max(1).default(0.8),
  /** For each question; null where there is no hurry. */
  timeLimitMs: z.int().min(1000).nullable().default(null),
  requires: z.array(z.string()).default([]),
  free: z.boolean().default(false),
  /** Pinned by a practice: raised whenever a level would ask other questions for the same seed. */
  version: z.int().min(1).default(1),
};

export const levelSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("note.read"), params: noteRead }),
  z.strictObject({ ...common, kind: z.literal("key.sig"), params: keySignature }),
  z.strictObject({ ...common, kind: z.literal("degree.ear"), params: degree }),
  z.strictObject({ ...common, kind: z.literal("interval.ear"), params: interval }),
  z.strictObject({ ...common, kind: z.literal("chord.ear"), params: chord }),
  z.strictObject({ ...common, kind: z.literal("scale.ear"), params: scale }),
  z.strictObject({ ...common, kind: z.literal("rhythm"), params: rhythm }),
]);

export type Level = z.infer<typeof levelSchema>;
export type LevelKind = Level["kind"];
export type LevelOf<K extends LevelKind> = Extract<Level, { kind: K }>;
export type ParamsOf<K extends LevelKind> = LevelOf<K>["params"];
export type Clef = (typeof clefs)[number];
export type Mode = "major" | "minor";
export type Direction = "asc" | "desc" | "harm";

/** A way through one subject, its levels in teaching order. */
export interface Track {
  id: string;
  title: string;
  description: string;
  levels: readonly Level[];
}

export interface Curriculum {
  /** Only what can be played, in teaching order. */
  tracks: readonly Track[];
  levelOf(id: string): Level | null;
}

/** A level and a track as they are written down: defaults left out, kind and track said once for all levels. */
export interface TrackData<K extends LevelKind = LevelKind> {
  id: string;
  kind: K;
  title: string;
  description: string;
  levels: readonly Omit<Extract<z.input<typeof levelSchema>, { kind: K }>, "kind" | "track">[];
}
