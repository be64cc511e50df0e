import type Stripe from "stripe";

type Reference = string | { id: string } | null | undefined;

/** The id behind a field that may be expanded. */
export function idOf(reference: Reference): string | null {
  if (!reference) return null;
  return typeof reference === "string" ? reference : reference.id;
}

/** Decimals cross the wire as text; the types know only what the SDK makes of them. */
export const decimal = (value: number | string): Stripe.Decimal => String(value) as unknown as Stripe.Decimal;
