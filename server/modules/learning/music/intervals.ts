import { Interval } from "tonal";
import { semitonesOf } from "./pitch";
import { listed, placeWord, withArticle } from "./wording";

/** Six semitones, which the ear cannot tell apart as augmented fourth or diminished fifth, are one item by this name. */
export const TRITONE = "4A";

const QUALITIES: Record<string, string> = { P: "perfect", M: "major", m: "minor", A: "augmented", d: "diminished" };

/** "6m" gives "minor sixth"; unisons and octaves need no quality. */
export function intervalName(interval: string): string {
  const { num, q } = Interval.get(interval);
  const quality = QUALITIES[q];
  if (quality === undefined) throw new Error(`"${interval}" has no everyday name`);
  const steps = Math.abs(num);
  if (interval === "1P") return "root";
  return steps === 8 && q === "P" ? "octave" : `${quality} ${steps === 8 ? "octave" : placeWord(steps)}`;
}

/** The name by ear: as intervalName, but "tritone" for six semitones. */
export const heardName = (interval: string): string => (interval === TRITONE ? "tritone" : intervalName(interval));

export const bySize = (one: string, other: string): number => semitonesOf(one) - semitonesOf(other);

const named = (intervals: readonly string[]) => listed(intervals.map((it) => withArticle(intervalName(it))));

/** So many differences are worth listing; of more, the first tells most. */
const LISTED = 3;

/**
 * How one set of intervals above a root differs from another, to follow "this was a …": ", with a minor third in
 * place of a major third". Empty when they do not differ.
 */
export function contrast(right: readonly string[], wrong: readonly string[]): string {
  const gained = right.filter((it) => !wrong.includes(it));
  const lost = wrong.filter((it) => !right.includes(it));
  if (Math.max(gained.length, lost.length) > LISTED) {
    const place = right.findIndex((it, at) => it !== wrong[at]);
    const at = (intervals: readonly string[]) => named(intervals.slice(place, place + 1));
    return `, first told by its ${placeWord(place + 1)} note: ${at(right)} in place of ${at(wrong)}`;
  }
  if (gained.length > 0 && lost.length > 0) return `, with ${named(gained)} in place of ${named(lost)}`;
  if (gained.length > 0) return `, with ${named(gained)} added`;
  return lost.length > 0 ? `, without ${named(lost)}` : "";
}
