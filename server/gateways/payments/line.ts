import type Stripe from "stripe";

import type { Ask } from "./calls";

/** One connection to Stripe, and how it is asked. */
export interface Line {
  stripe: Stripe;
  ask: Ask;
}
