import { type PaymentsPort, PaymentsUnavailable } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { type AttemptRow, findAttemptUnderWay, noteFailed } from "./attempts.store";
import { noteEnd, openPage } from "./checkout-page";

/**
 * Leaves the user no page that can be paid on: closes at Stripe what is open, also a page of which it is not known
 * whether it came to be. What was paid meanwhile is the caller's to find by a sync.
 */
export async function closeOpenCheckouts(ctx: Context, userId: string, payments: PaymentsPort): Promise<void> {
  const attempt = await findAttemptUnderWay(ctx, userId);
  const sessionId = attempt && (attempt.sessionId ?? (await findSessionOf(ctx, attempt, payments)));
  if (sessionId) await noteEnd(ctx, sessionId, await payments.expireCheckout(sessionId));
}

async function findSessionOf(ctx: Context, attempt: AttemptRow, payments: PaymentsPort): Promise<string | null> {
  if (attempt.expiresAt <= ctx.clock.now()) {
    await noteFailed(ctx, attempt.id);
    return null;
  }
  const page = await openPage(ctx, attempt, payments).catch((error: unknown) => {
    if (error instanceof PaymentsUnavailable && !error.answered) throw error;
    return null;
  });
  return page?.sessionId ?? null;
}
