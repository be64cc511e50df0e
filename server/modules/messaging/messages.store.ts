import { after, minutes } from "../../platform/clock";
import type { Context } from "../../platform/context";
import type { Prisma } from "../../platform/prisma/client";

/** Inserts a message; false when its key is taken, without spoiling the transaction. */
export async function insertMessage(ctx: Context, message: Prisma.EmailMessageCreateManyInput): Promise<boolean> {
  const { count } = await ctx.db.emailMessage.createMany({ data: message, skipDuplicates: true });
  return count === 1;
}

/**
 * Takes a message that waits, or whose last claim is from before `staleBefore`: it is then the caller's alone to send.
 * Null when it is final, gone, or in other hands. The claim is one statement, so of many callers one gets it.
 */
export async function claimMessage(ctx: Context, id: string, staleBefore: Date) {
  const [claimed] = await ctx.db.emailMessage.updateManyAndReturn({
    where: { id, OR: [{ status: "WAITING" }, { status: "SENDING", claimedAt: { lt: staleBefore } }] },
    data: { status: "SENDING", claimedAt: ctx.clock.now(), attempts: { increment: 1 } },
    select: { id: true, userId: true, to: true, template: true, subject: true, sealed: true, attempts: true, claimedAt: true },
  });
  return claimed ?? null;
}

export type ClaimedMessage = NonNullable<Awaited<ReturnType<typeof claimMessage>>>;

/** Whether somebody is handing the message over right now. */
export async function isBeingSent(ctx: Context, id: string): Promise<boolean> {
  return (await ctx.db.emailMessage.count({ where: { id, status: "SENDING" } })) > 0;
}

/** Writes what became of a claim. A claim that was meanwhile taken over may still say that the message was accepted, and nothing else. */
export async function settleMessage(ctx: Context, { id, claimedAt }: Pick<ClaimedMessage, "id" | "claimedAt">, result: Prisma.EmailMessageUpdateManyMutationInput): Promise<void> {
  const where = result.status === "SENT" ? { id } : { id, status: "SENDING" as const, claimedAt };
  await ctx.db.emailMessage.updateMany({ where, data: result });
}

const LISTED = 1000;

/** The mails that one person was sent, newest first (1,000 at most), without their content. */
export function emailsSentTo(ctx: Context, userId: string) {
  return ctx.db.emailMessage.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LISTED,
    select: { to: true, subject: true, status: true, createdAt: true, sentAt: true },
  });
}

/** Forgets every mail of one person, those not yet sent included. */
export async function forgetEmails(ctx: Context, userId: string): Promise<void> {
  await ctx.db.emailMessage.deleteMany({ where: { userId } });
}

/** Deletes what was asked for before that instant and is over. */
export async function deleteSettledBefore(ctx: Context, instant: Date): Promise<number> {
  const { count } = await ctx.db.emailMessage.deleteMany({ where: { createdAt: { lt: instant }, status: { in: ["SENT", "REJECTED", "FAILED"] } } });
  return count;
}

const SHORT_WAIT = minutes(5);
const EXAMPLES = 10;

/** Mails that were asked for more than five minutes ago and are not handed over yet, tried or not: how many, and the ids of the oldest. */
export async function mailsWaiting(ctx: Context): Promise<{ count: number; examples: string[] }> {
  const where = { status: { in: ["WAITING", "SENDING"] }, createdAt: { lt: after(ctx.clock.now(), -SHORT_WAIT) } } satisfies Prisma.EmailMessageWhereInput;
  const rows = await ctx.db.emailMessage.findMany({ where, orderBy: { createdAt: "asc" }, take: EXAMPLES, select: { id: true } });
  return { count: await ctx.db.emailMessage.count({ where }), examples: rows.map(({ id }) => id) };
}
