/** Silence before the first tone, so that no player cuts its attack. */
export const LEAD_IN_MS = 150;

interface Tone {
  midi: number;
  startMs: number;
  durationMs: number;
}

interface Pace {
  startMs: number;
  /** From one tone to the next. */
  everyMs: number;
  /** How long the last one rings. */
  lastMs: number;
}

/** Tones one after another, each until the next begins. */
export const inTurn = (midis: readonly number[], { startMs, everyMs, lastMs }: Pace): Tone[] =>
  midis.map((midi, at) => ({
    midi,
    startMs: startMs + at * everyMs,
    durationMs: at === midis.length - 1 ? lastMs : everyMs,
  }));

/** Tones struck at once. */
export const together = (midis: readonly number[], startMs: number, durationMs: number): Tone[] =>
  midis.map((midi) => ({ midi, startMs, durationMs }));
