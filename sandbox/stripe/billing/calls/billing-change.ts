import type Stripe from "stripe";

import type { BillingChange } from "../subscriptions/stage-update";

/** The parameters of a call that change what is bought, or when it is paid: the same for an update and for its preview. */
type Params = Pick<Stripe.SubscriptionUpdateParams, "items" | "proration_date" | "billing_cycle_anchor" | "trial_end"> & { proration_behavior?: string };

/** What of it costs something; null where nothing does. */
export function billingChange(params: Params): BillingChange | null {
  const { items, proration_behavior: prorations = "create_prorations", proration_date: prorationDate, trial_end: trialEnd } = params;
  const anchorNow = params.billing_cycle_anchor?.type === "now";
  if (items === undefined && !anchorNow && typeof trialEnd !== "number") return null;
  return { items, prorations: prorations as BillingChange["prorations"], prorationDate, anchorNow, ...(typeof trialEnd === "number" && { trialEnd }) };
}
