import type { Context } from "../../../platform/context";
import { noteEnd } from "./checkout-page";

/** Looks at a page and notes whether it was paid or has expired. One that can still be paid on, or that we don't know, changes nothing. */
export async function settleAttempt(ctx: Context, { sessionId }: { sessionId: string }): Promise<void> {
  const page = await ctx.gateways.payments.findCheckout(sessionId);
  if (page && page.status !== "open") await noteEnd(ctx, sessionId, page);
}
