import { after, days } from "../../platform/clock";
import type { Context } from "../../platform/context";

/** How long what is over is still kept, so that people can be told what happened. */
const KEPT = days(30);

/** Deletes what nobody can use any more. Returns how many rows of each kind. */
export async function deleteWhatIsOver(ctx: Context) {
  const now = ctx.clock.now();
  const longAgo = after(now, -KEPT);
  const { db } = ctx;
  const sessions = await db.session.deleteMany({
    where: { OR: [{ endedAt: { lt: longAgo } }, { expiresAt: { lt: longAgo } }, { lastSeenAt: { lt: after(longAgo, -KEPT) } }] },
  });
  const refreshTokens = await db.refreshToken.deleteMany({ where: { expiresAt: { lte: now } } });
  const mailedTokens = await db.mailedToken.deleteMany({ where: { expiresAt: { lte: now } } });
  const exports = await db.dataExport.deleteMany({ where: { expiresAt: { lte: now } } });
  const unconfirmedAccounts = await db.user.deleteMany({
    where: { emailVerifiedAt: null, createdAt: { lt: longAgo }, registrations: { none: { createdAt: { gte: longAgo } } } },
  });
  const counts = { sessions, refreshTokens, mailedTokens, exports, unconfirmedAccounts };
  return Object.fromEntries(Object.entries(counts).map(([kind, { count }]) => [kind, count]));
}
