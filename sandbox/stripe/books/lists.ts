import type Stripe from "stripe";

import { invalid, noSuch } from "./refusal";
import type { Call } from "./routes";

export interface PageParams {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number };
}

const LARGEST = 100;
const USUAL = 10;

/** A page of a list (newest first) as Stripe gives it: `limit` 1 to 100 (10 unless told), from a cursor, within `created`. */
export function listOf<T extends object>(items: readonly T[], call: Call<object>, url: string): Stripe.ApiList<T> {
  const params = call.params as PageParams;
  const limit = limitOf(params);
  const range = rangeOf(params.created);
  const all = range ? items.filter((item) => range((item as { created?: number }).created ?? 0)) : items;
  if (params.ending_before) {
    const before = all.slice(0, placeOf(all, params.ending_before, "ending_before"));
    return { object: "list", data: before.slice(-limit), has_more: before.length > limit, url };
  }
  const after = params.starting_after ? all.slice(placeOf(all, params.starting_after, "starting_after") + 1) : all;
  return { object: "list", data: after.slice(0, limit), has_more: after.length > limit, url };
}

function limitOf({ limit }: PageParams): number {
  const number = Number(limit ?? USUAL);
  if (!Number.isInteger(number)) throw invalid(`Invalid integer: ${String(limit)}`, { param: "limit", code: "parameter_invalid_integer" });
  if (number < 1) throw invalid("This value must be greater than or equal to 1.", { param: "limit", code: "parameter_invalid_integer" });
  return Math.min(number, LARGEST);
}

function placeOf(items: readonly object[], id: string, param: string): number {
  const place = items.findIndex((item) => (item as { id?: string }).id === id);
  if (place < 0) throw noSuch((items[0] as { object?: string } | undefined)?.object ?? "object", id, param);
  return place;
}

function rangeOf(created: PageParams["created"]): ((at: number) => boolean) | undefined {
  if (created === undefined) return undefined;
  if (typeof created !== "object") return (at) => at === Number(created);
  const bound = (value: number | undefined, otherwise: number) => (value === undefined ? otherwise : Number(value));
  const { gt, gte, lt, lte } = created;
  return (at) => at > bound(gt, -Infinity) && at >= bound(gte, -Infinity) && at < bound(lt, Infinity) && at <= bound(lte, Infinity);
}
