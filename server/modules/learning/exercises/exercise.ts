import type { Clef, Direction, LevelKind, Mode } from "../curriculum/level";

/** One tone: when it begins and how long it sounds, in milliseconds; `gain` 0 to 1, 1 when left out. */
export interface NoteEvent {
  midi: number;
  startMs: number;
  durationMs: number;
  gain?: number;
}

/** What is to be played. `clicks` are the metronome's count-in; `lengthMs` is the same for all questions of a level. */
export interface Heard {
  notes: readonly NoteEvent[];
  clicks?: readonly { startMs: number; accent: boolean }[];
  lengthMs: number;
}

export interface Choice {
  id: string;
  label: string;
  /** ABC of a rhythm cell, complete enough to be drawn alone; null for what words name. */
  notation: string | null;
}

export type AnswerForm = "CHOICE" | "SEQUENCE";

/** An answer as text, staff notation (ABC) and sound. */
export interface Shown {
  text: string;
  notation: string | null;
  heard: Heard | null;
}

/** What a question is about: all that is needed to show, play and explain any answer to it in the same context. */
export type Subject =
  | { kind: "note.read"; staff: Clef | "grand"; clef: Clef; note: string }
  | { kind: "key.sig"; mode: Mode }
  | { kind: "degree.ear"; tonic: string; mode: Mode; octaves: readonly number[] }
  | { kind: "interval.ear"; root: string; direction: Direction }
  | { kind: "chord.ear"; root: string; open: boolean }
  | { kind: "scale.ear"; root: string; lengthMs: number }
  | { kind: "rhythm"; meter: string; bars: number; lengthMs: number };

export type SubjectOf<K extends LevelKind> = Extract<Subject, { kind: K }>;

/** One question, whole, with its answer: it never leaves the server as such (see public-question). */
export interface Exercise {
  kind: LevelKind;
  /** What to do, in words. */
  prompt: string;
  /** ABC, only when the question is read. */
  notation: string | null;
  /** Only when the question is heard. */
  heard: Heard | null;
  answerForm: AnswerForm;
  /** How many items a SEQUENCE wants, the same for all questions that look alike; null for a CHOICE. */
  answerLength: number | null;
  /** In the same order throughout the level, so that the order never hints. */
  choices: readonly Choice[];
  /** Ids of the right choices; one for a CHOICE. */
  answer: readonly string[];
  /** The smallest skill that is asked for, e.g. "int:asc:6m", "deg:minor:4", "note:treble:C4". */
  skill: string;
  subject: Subject;
}

export type ExerciseOf<K extends LevelKind> = Exercise & { subject: SubjectOf<K> };
