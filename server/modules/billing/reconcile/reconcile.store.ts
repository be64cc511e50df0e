import type { Context } from "../../../platform/context";

const PAGE = 100;

/** Stripe's ids of the customers that were not fetched since an instant, page by page. */
export async function* customersNotSyncedSince(ctx: Context, instant: Date): AsyncGenerator<string> {
  for (let behind = ""; ; ) {
    const rows = await ctx.db.billingCustomer.findMany({
      where: { stripeId: { gt: behind }, deletedAt: null, OR: [{ syncedAt: null }, { syncedAt: { lt: instant } }] },
      orderBy: { stripeId: "asc" },
      take: PAGE,
      select: { stripeId: true },
    });
    for (const { stripeId } of rows) yield stripeId;
    behind = rows.at(-1)?.stripeId ?? "";
    if (rows.length < PAGE) return;
  }
}

const MOST_CHECKOUTS = 1000;

/** Checkouts that are noted as under way although their time is over; the oldest, 1,000 at most. */
export const overdueCheckouts = (ctx: Context): Promise<{ id: string; sessionId: string | null }[]> =>
  ctx.db.checkoutAttempt.findMany({
    where: { status: { in: ["STARTED", "OPEN"] }, expiresAt: { lt: ctx.clock.now() } },
    orderBy: { expiresAt: "asc" },
    take: MOST_CHECKOUTS,
    select: { id: true, sessionId: true },
  });
