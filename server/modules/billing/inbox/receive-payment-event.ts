import type { ProviderEvent } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import { inTransaction } from "../../../platform/transaction";
import { effectOf } from "./event-types.rules";
import { insertEvent } from "./inbox.store";

export const HANDLE_PAYMENT_EVENT = "billing.handle-payment-event";

/** Retries wait exp(attempt) seconds, at most: fifteen are most of a day. After that the nightly reconciliation has looked too. */
const EVENT_ATTEMPTS = 15;

/**
 * Stores an event once, however often it is delivered, with the job that handles it, in one transaction. When this returns the event
 * will have its effect; when it throws the provider must deliver it again.
 */
export async function receivePaymentEvent(ctx: Context, event: ProviderEvent): Promise<void> {
  const id = ctx.random.uuid();
  const isIgnored = effectOf(event.type) === "ignored";
  await inTransaction(ctx, async (ctx) => {
    const isNew = await insertEvent(ctx, { ...event, id, isIgnored });
    if (isNew && !isIgnored) await askToHandle(ctx, id);
  });
  if (!event.knownVersion && !isIgnored) ctx.log.warn({ stripeId: event.eventId, apiVersion: event.apiVersion }, "an event of another version of the API: its endpoint at Stripe should be made anew");
}

/** Has a stored event handled, in the transaction of `ctx`. */
export const askToHandle = (ctx: Context, eventId: string): Promise<void> =>
  enqueue(ctx, { name: HANDLE_PAYMENT_EVENT, payload: { eventId }, key: `event:${eventId}`, maxAttempts: EVENT_ATTEMPTS });
