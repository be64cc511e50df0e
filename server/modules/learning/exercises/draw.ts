import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** The only source of chance: a whole number from 0 up to, not including, `limit`. */
export type Random = (limit: number) => number;

/** Chance from the first sixteen bytes of a seed, the same on every machine. Refuses a shorter seed. */
export function randomFrom(seed: Uint8Array): Random {
  if (seed.length < 16) throw new Error("a seed needs sixteen bytes");
  const bytes = new DataView(seed.buffer, seed.byteOffset, 16);
  // The generator stands still in the all-zero state.
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => bytes.getInt32(at) || 1));
  return (limit) => uniformInt(generator, 0, limit - 1);
}

/** One of several. Refuses to choose from nothing, which is how an impossible level shows. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[random(Math.max(1, items.length))];
  if (item === undefined) throw new Error("nothing fits these parameters");
  return item;
}

/** Fisher and Yates. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items];
  return items.map(() => left.splice(random(left.length), 1)).flat();
}

/** So many items, each ⌊n/k⌋ or ⌈n/k⌉ times: nobody passes by a lucky draw. */
export function evenly<T>(random: Random, items: readonly T[], count: number): T[] {
  if (items.length === 0) throw new Error("nothing fits these parameters");
  const rounds = Array.from({ length: Math.floor(count / items.length) }, () => items).flat();
  return shuffled(random, [...rounds, ...shuffled(random, items).slice(0, count % items.length)]);
}

/** Evenly over the strata (clefs, modes …), and evenly over the items within each. */
export function evenlyWithin<T>(random: Random, strata: readonly (readonly T[])[], count: number): T[] {
  const turns = evenly(random, strata.map((_, at) => at), count);
  return strata.flatMap((items, at) => evenly(random, items, turns.filter((turn) => turn === at).length));
}

export interface Spacing<T> {
  keyOf: (item: T) => string;
  /** How often the same key may come in a row. */
  maxRun: number;
}

const PATIENCE = 200;

/** The items in an order without longer runs than allowed, where such an order exists. */
export function spaced<T>(random: Random, items: readonly T[], spacing: Spacing<T>): T[] {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const order = oneOrder(random, items, spacing);
    if (order) return order;
  }
  return shuffled(random, items);
}

function oneOrder<T>(random: Random, items: readonly T[], { keyOf, maxRun }: Spacing<T>): T[] | null {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) {
    const recent = order.slice(-maxRun).map(keyOf);
    const worn = recent.length === maxRun && new Set(recent).size === 1 ? recent[0] : undefined;
    const open = left.flatMap((item, at) => (keyOf(item) === worn ? [] : [at]));
    if (open.length === 0) return null;
    order.push(...left.splice(pick(random, open), 1));
  }
  return order;
}
