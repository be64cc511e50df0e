import type { Context } from "../../../platform/context";
import { type Connection, requirePage, toConnection } from "../../../platform/paging";
import type { WebhookEventStatus } from "../../../platform/prisma/client";
import { findWebhookEvents, type WebhookEventRow } from "./webhook-events.store";

export interface PageRequest {
  first: number;
  after?: string | null;
  status?: WebhookEventStatus | null;
}

/** A page of the events that Stripe sent, newest first; `status` narrows them. */
export async function pageOfWebhookEvents(ctx: Context, { first, after, status = null }: PageRequest): Promise<Connection<WebhookEventRow>> {
  const page = requirePage(first, after);
  return toConnection(await findWebhookEvents(ctx, page, status), page, { placeIn: ({ receivedAt: at, id }) => ({ at, id }), toNode: (row) => row });
}
