import type Stripe from "stripe";

type Changes = Stripe.Emptyable<Stripe.MetadataParam> | undefined;

/** Metadata after a call: keys set to nothing go, an empty whole clears all, nothing said changes nothing. */
export function mergedMetadata(before: Stripe.Metadata | null, changes: Changes): Stripe.Metadata {
  if (changes === undefined) return before ?? {};
  if (changes === "" || changes === null) return {};
  return Object.fromEntries(Object.entries({ ...before, ...changes }).flatMap(([key, value]) => (value === null || value === "" ? [] : [[key, String(value)]])));
}

export const newMetadata = (wanted: Changes): Stripe.Metadata => mergedMetadata({}, wanted);
