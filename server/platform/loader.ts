import DataLoader from "dataloader";

import type { Context } from "./context";

/**
 * The request's own loader of that name, made at first use: what is asked for one by one is fetched in one statement.
 * `fetch` answers for the keys in any order; a key it leaves out loads as null.
 */
export function loaderOf<Key extends string, Value>(
  ctx: Context,
  name: string,
  fetch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): DataLoader<Key, Value | null> {
  const known = ctx.loaders.get(name) as DataLoader<Key, Value | null> | undefined;
  if (known) return known;
  const loader = new DataLoader<Key, Value | null>(async (keys) => {
    const found = await fetch(keys);
    return keys.map((key) => found.get(key) ?? null);
  });
  ctx.loaders.set(name, loader);
  return loader;
}
