import type { Curriculum, Level, LevelKind } from "./curriculum/level";

/** Best of all practices of one level. `score` is a share, 0 to 1. */
export interface LevelProgress {
  score: number;
  stars: number;
  attempts: number;
  completed: boolean;
}

/** One practice that has come to its end. */
export interface Outcome {
  score: number;
  passed: boolean;
  stars: number;
}

/** Days practised in a row; `lastDay` is the latest of them, as YYYY-MM-DD where the learner is. */
export interface Streak {
  current: number;
  longest: number;
  lastDay: string | null;
}

/** Mean credit of a practice, 0 to 1; questions left unanswered belong in the list as 0. */
export const score = (credits: readonly number[]): number =>
  credits.length === 0 ? 0 : credits.reduce((sum, credit) => sum + credit, 0) / credits.length;

/**
 * Compares shares as whole millionths: scores are fractions with small denominators, far more than a millionth apart,
 * so neither a sum of thirds nor 0.85 itself can fall on the wrong side by the error of floating point.
 */
const reaches = (share: number, wanted: number) => Math.round(share * 1e6) >= Math.round(wanted * 1e6);

export const passed = (share: number, passScore: number): boolean => reaches(share, passScore);

/** What counts as fluent where a level sets no time: thinking, plus what has to be listened to first. */
const FLUENT_MS: Record<LevelKind, number> = {
  "note.read": 5_000,
  "key.sig": 8_000,
  "interval.ear": 8_000,
  "chord.ear": 10_000,
  "scale.ear": 12_000,
  "degree.ear": 15_000,
  rhythm: 45_000,
};

export const fluentMs = ({ kind, timeLimitMs }: Level): number => timeLimitMs ?? FLUENT_MS[kind];

export interface Performance {
  score: number;
  passed: boolean;
  /** Median time from question to answer; null when it is not known. */
  medianMs: number | null;
  /** How often a question was heard again, where that is known. */
  replays?: number;
}

/** No star without a pass; 1 for it, 2 from 90 %, 3 from 95 % when the median answer was fluent and nothing was replayed. */
export function starsFor(level: Level, { score: share, passed: hasPassed, medianMs, replays = 0 }: Performance): number {
  if (!hasPassed) return 0;
  const fluent = medianMs !== null && medianMs <= fluentMs(level) && replays === 0;
  if (reaches(share, 0.95) && fluent) return 3;
  return reaches(share, 0.9) ? 2 : 1;
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

/** Progress after one more practice: nothing that was reached is ever lost. */
export const mergeProgress = (before: LevelProgress | null, outcome: Outcome): LevelProgress => ({
  score: Math.max(before?.score ?? 0, outcome.score),
  stars: Math.max(before?.stars ?? 0, outcome.stars),
  attempts: (before?.attempts ?? 0) + 1,
  completed: (before?.completed ?? false) || outcome.passed,
});

/** A place in the IANA time zone database, such as Europe/Bratislava; bare offsets are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** The calendar day, YYYY-MM-DD, that an instant falls on in a time zone. Refuses an unknown zone. */
export function localDay(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en", { timeZone, calendar: "iso8601", numberingSystem: "latn", year: "numeric", month: "2-digit", day: "2-digit" });
  const part = (type: string) => format.formatToParts(instant).find((it) => it.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** Calendar days from one to the other. */
const daysBetween = (from: string, to: string) => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** The streak after a practice on that day. A day before the last one (a journey west, a clock set back) changes nothing. */
export function nextStreak(streak: Streak, day: string): Streak {
  const gap = streak.lastDay === null ? Infinity : daysBetween(streak.lastDay, day);
  if (gap <= 0) return streak;
  const current = gap === 1 ? streak.current + 1 : 1;
  return { current, longest: Math.max(streak.longest, current), lastDay: day };
}

/** The streak as it stands on a day: it lives through the day after the last practice, then it is over. */
export const streakOn = ({ current, lastDay }: Streak, day: string): number =>
  lastDay !== null && daysBetween(lastDay, day) <= 1 ? current : 0;

export const isUnlocked = ({ requires }: Level, completed: ReadonlySet<string>): boolean =>
  requires.every((id) => completed.has(id));

/**
 * The obvious next step: of the first open level that each track still offers and the plan allows, the one of the
 * lowest stage; of those, the one in the track where least is done; of those, the first in teaching order.
 */
export function suggestLevel(curriculum: Curriculum, completed: ReadonlySet<string>, mayPractise: (level: Level) => boolean): Level | null {
  const candidates = curriculum.tracks.flatMap(({ levels }) => {
    const done = levels.filter(({ id }) => completed.has(id)).length;
    const next = levels.find((level) => !completed.has(level.id) && isUnlocked(level, completed) && mayPractise(level));
    return next ? [{ next, done }] : [];
  });
  const [first] = candidates.sort((one, other) => one.next.stage - other.next.stage || one.done - other.done);
  return first?.next ?? null;
}
