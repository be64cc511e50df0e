import { WebhookEventsResolver } from "./inbox/webhook-events.resolver";
import { IncidentsResolver } from "./incidents/incidents.resolver";
import { RefundsResolver } from "./refunds/refunds.resolver";

/** What of billing is for administrators. */
export const billingAdminResolvers = [IncidentsResolver, RefundsResolver, WebhookEventsResolver] as const;
