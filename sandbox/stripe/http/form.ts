import { parse } from "qs";

import { invalid } from "../books";

export type Params = Record<string, unknown>;

/** Stripe's form fields (`items[0][price]`, `expand[]`), as an object of texts. Throws where the body can't be read so. */
export function readForm(text: string): Params {
  try {
    return parse(text, { depth: 12, arrayLimit: 500, parameterLimit: 5000, strictDepth: true, throwOnLimitExceeded: true }) as Params;
  } catch {
    throw invalid("Invalid request: the parameters are nested too deeply, or there are too many of them.");
  }
}
