import { after, days } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { deleteAttempts } from "../checkout/attempts.store";
import { deleteWebhookEvents } from "./webhook-events.store";

/** As long as Stripe itself can still be asked for an event: until then its id guards against a second delivery. */
const IGNORED_KEPT = days(30);
/** Long enough to answer why somebody's premium came or went. */
const PROCESSED_KEPT = days(90);

/** Stripe itself keeps a page that long; whoever bought has a subscription, which stays. */
const ATTEMPTS_KEPT = days(90);

/** Forgets the events and the payment pages that are done with. Events that wait or failed stay, for somebody must look at them. */
export async function forgetOldEvents(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const ignored = await deleteWebhookEvents(ctx, "IGNORED", after(now, -IGNORED_KEPT));
  const processed = await deleteWebhookEvents(ctx, "PROCESSED", after(now, -PROCESSED_KEPT));
  const attempts = await deleteAttempts(ctx, after(now, -ATTEMPTS_KEPT));
  ctx.log.info({ ignored, processed, attempts }, "old events of Stripe's and old payment pages forgotten");
}
