import { WebhookEventsResolver } from "./inbox/webhook-events.resolver";
import { RefundsResolver } from "./refunds/refunds.resolver";

/** What of billing is for administrators. */
export const billingAdminResolvers = [RefundsResolver, WebhookEventsResolver] as const;
