import type { Context } from "../../../platform/context";

/** Notes that somebody logged in from a network. True when they have done so before, but never from there. */
export async function rememberNetwork(ctx: Context, userId: string, network: string): Promise<boolean> {
  const now = ctx.clock.now();
  const { count: added } = await ctx.db.knownAddress.createMany({ data: { userId, network, firstSeenAt: now, lastSeenAt: now }, skipDuplicates: true });
  if (added === 0) {
    await ctx.db.knownAddress.updateMany({ where: { userId, network }, data: { lastSeenAt: now } });
    return false;
  }
  return (await ctx.db.knownAddress.count({ where: { userId } })) > 1;
}

/** When somebody first and last logged in from each network. Which network it was can't be read back. */
export const knownNetworksOf = (ctx: Context, userId: string) =>
  ctx.db.knownAddress.findMany({ where: { userId }, orderBy: { firstSeenAt: "asc" }, select: { firstSeenAt: true, lastSeenAt: true } });
