/** How practice behaves on this device. */
export interface Pace {
  /** How long a right answer is shown before the next question comes by itself, in ms; null waits for the learner. */
  forwardMs: number | null;
  /** Whether a heard question sounds by itself, once the learner has pressed something. */
  autoplay: boolean;
  /** Whether a heard question was answered here before, so that there is surely sound. */
  hasHeard: boolean;
}

export const PACES: readonly { label: string; forwardMs: number | null }[] = [
  { label: "Quickly", forwardMs: 900 },
  { label: "Slowly", forwardMs: 2500 },
  { label: "When I press Continue", forwardMs: null },
];

export const STORAGE_KEY = "etude.practice";

/** What was remembered, as far as it makes sense. Who asked their device for less motion isn't moved on unasked. */
export function readPace(stored: string | null, reducedMotion: boolean): Pace {
  const found = parsed(stored);
  const chosen = PACES.find((pace) => pace.forwardMs === found.forwardMs);
  return {
    forwardMs: chosen ? chosen.forwardMs : reducedMotion ? null : 900,
    autoplay: found.autoplay !== false,
    hasHeard: found.hasHeard === true,
  };
}

function parsed(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
