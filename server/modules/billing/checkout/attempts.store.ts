import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";

const attemptFields = { id: true, userId: true, priceId: true, currency: true, trialDays: true, status: true, sessionId: true, url: true, createdAt: true, expiresAt: true } satisfies Prisma.CheckoutAttemptSelect;

export type AttemptRow = Prisma.CheckoutAttemptGetPayload<{ select: typeof attemptFields }>;

/** Begun, or with a page that can be paid on. An index lets a user have one of these. */
const UNDER_WAY = { in: ["STARTED", "OPEN"] } satisfies Prisma.EnumCheckoutStatusFilter;

export const findAttemptUnderWay = (ctx: Context, userId: string): Promise<AttemptRow | null> =>
  ctx.db.checkoutAttempt.findFirst({ where: { userId, status: UNDER_WAY }, select: attemptFields });

/** Begins an attempt unless the user has one under way; null then. */
export async function startAttempt(ctx: Context, attempt: Pick<AttemptRow, "userId" | "priceId" | "currency" | "trialDays" | "expiresAt">): Promise<AttemptRow | null> {
  const data = { ...attempt, status: "STARTED" as const, createdAt: ctx.clock.now() };
  const [started] = await ctx.db.checkoutAttempt.createManyAndReturn({ data, skipDuplicates: true, select: attemptFields });
  return started ?? null;
}

/** Notes the page that an attempt has led to. False when it was no longer waiting for one. */
export async function noteOpened(ctx: Context, id: string, { sessionId, url }: { sessionId: string; url: string | null }): Promise<boolean> {
  const { count } = await ctx.db.checkoutAttempt.updateMany({ where: { id, status: "STARTED" }, data: { status: "OPEN", sessionId, url } });
  return count === 1;
}

/** Whether the attempt leads to that page. */
export async function leadsTo(ctx: Context, id: string, sessionId: string): Promise<boolean> {
  return (await ctx.db.checkoutAttempt.count({ where: { id, sessionId, status: "OPEN" } })) === 1;
}

/** Notes that an attempt leads to no page, unless somebody else has come to one meanwhile. */
export async function noteFailed(ctx: Context, id: string): Promise<void> {
  await ctx.db.checkoutAttempt.updateMany({ where: { id, status: "STARTED" }, data: { status: "FAILED" } });
}

/** Notes what became of a page, if that is not known yet. */
export async function noteClosed(ctx: Context, sessionId: string, status: "COMPLETE" | "EXPIRED"): Promise<void> {
  await ctx.db.checkoutAttempt.updateMany({ where: { sessionId, status: "OPEN" }, data: { status } });
}

/** So many at a time: one statement over a year's pages would be cut off by its time limit. */
const BATCH = 5000;

/** Deletes the attempts that have ended and were begun before an instant. Returns how many. */
export async function deleteAttempts(ctx: Context, before: Date): Promise<number> {
  for (let deleted = 0; ; ) {
    const count = await ctx.db.$executeRaw`
      delete from checkout_attempt where id in (
        select id from checkout_attempt where status in ('COMPLETE', 'EXPIRED', 'FAILED') and "createdAt" < ${before} limit ${BATCH})`;
    deleted += count;
    if (count < BATCH) return deleted;
  }
}
