import type { Context } from "../../../platform/context";
import { isId } from "../../../platform/ids";
import { notFound } from "../../../platform/refusal";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import { requireReason } from "../require-reason";
import { askToHandle } from "./receive-payment-event";
import { reopenWebhookEvent, type WebhookEventRow } from "./webhook-events.store";

export interface Replay {
  id: string;
  reason: string;
}

/**
 * Has an event handled once more, whatever became of it. That is harmless at any time, for handling it fetches the truth;
 * of one that waits already nothing is doubled, it only comes to its turn now.
 */
export async function replayWebhookEvent(ctx: Context, { id, reason }: Replay): Promise<WebhookEventRow> {
  const why = requireReason(reason);
  if (!isId(id)) throw notFound("event");
  return inTransaction(ctx, async (ctx) => {
    const event = await reopenWebhookEvent(ctx, id);
    if (!event) throw notFound("event");
    await askToHandle(ctx, id);
    await record(ctx, {
      action: "billing.event.replayed",
      category: "BUSINESS",
      description: "An administrator had an event of Stripe's handled once more.",
      metadata: { eventId: event.stripeId, type: event.type, reason: why },
    });
    return event;
  });
}
