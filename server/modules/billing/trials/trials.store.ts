import type { Context } from "../../../platform/context";

export const knownMarks = (ctx: Context, marks: readonly string[]) =>
  ctx.db.trialRedemption.findMany({ where: { mark: { in: [...marks] } }, select: { mark: true, subscriptionId: true } });

/** Each mark is kept once, with the subscription that came first. */
export async function saveMarks(ctx: Context, subscriptionId: string, marks: readonly string[]): Promise<void> {
  const redeemedAt = ctx.clock.now();
  await ctx.db.trialRedemption.createMany({ data: marks.map((mark) => ({ mark, subscriptionId, redeemedAt })), skipDuplicates: true });
}

/** Whether a card is remembered for a subscription. */
export async function isMarkedByCard(ctx: Context, subscriptionId: string): Promise<boolean> {
  return (await ctx.db.trialRedemption.count({ where: { subscriptionId, mark: { startsWith: "card:" } } })) > 0;
}
