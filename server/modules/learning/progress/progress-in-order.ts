import type { Context } from "../../../platform/context";
import { curriculum } from "../curriculum/curriculum";
import { type ProgressRecord, progressOf } from "./progress.store";

const ORDER = new Map(curriculum.tracks.flatMap(({ levels }) => levels).map(({ id }, place) => [id, place]));

/** A learner's progress in teaching order. Levels that are no longer taught are left out. */
export async function progressInOrder(ctx: Context, userId: string): Promise<ProgressRecord[]> {
  const all = (await progressOf(ctx).load(userId)) ?? [];
  const placeOf = ({ levelId }: ProgressRecord) => ORDER.get(levelId) ?? -1;
  return all.filter((progress) => placeOf(progress) >= 0).sort((one, other) => placeOf(one) - placeOf(other));
}
