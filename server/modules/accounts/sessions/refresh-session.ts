import { after } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { Refusal } from "../../../platform/refusal";
import { hashToken } from "../../../platform/tokens";
import { record } from "../../audit";
import { sendEmail } from "../../messaging";
import { getUser } from "../users.store";
import type { LoggedIn } from "./login";
import { accessOnly, handOver, type Keys, newKeys } from "./open-session";
import { SESSION_LIFE } from "./session-life";
import { endSessions, type HeldRefreshToken, holdRefreshToken, markRefreshTokenUsed } from "./sessions.store";
import { forgetViewers } from "./viewer-for";

/**
 * Exchanges the refresh token in the caller's cookie for the next one. Of several calls at once one gets it, and the
 * others, for ten seconds, an access token. An older token that comes back was copied: its session ends for everybody.
 */
export async function refreshSession(ctx: Context): Promise<LoggedIn> {
  const token = ctx.cookies.refreshToken();
  const held = token ? await inTransaction(ctx, (ctx) => exchange(ctx, hashToken(token))) : null;
  if (held?.keys) {
    handOver(ctx, held.keys);
    return { ...held.keys, user: await getUser(ctx, held.userId) };
  }
  if (held) forgetViewers(held.userId);
  ctx.cookies.clear();
  throw new Refusal("UNAUTHENTICATED", "Your session is over. Please log in again.");
}

async function exchange(ctx: Context, tokenHash: string): Promise<{ userId: string; keys: Keys | null } | null> {
  const held = await holdRefreshToken(ctx, tokenHash);
  if (!held) return null;
  const { userId } = held;
  const now = ctx.clock.now();
  if (held.endedAt || held.suspendedAt || held.sessionExpiresAt <= now || held.expiresAt <= now) return { userId, keys: null };

  const session = { id: held.sessionId, userId, expiresAt: held.sessionExpiresAt };
  if (!held.usedAt) {
    await markRefreshTokenUsed(ctx, held);
    return { userId, keys: await newKeys(ctx, session) };
  }
  if (now < after(held.usedAt, SESSION_LIFE.reuseGrace)) return { userId, keys: accessOnly(ctx, session) };
  await raiseAlarm(ctx, held);
  return { userId, keys: null };
}

async function raiseAlarm(ctx: Context, { sessionId, userId }: HeldRefreshToken): Promise<void> {
  await endSessions(ctx, { userId, sessionId, because: "refresh token reused" });
  await record(ctx, {
    action: "auth.refresh.reused",
    description: "A refresh token that was exchanged before came back. Its session was ended.",
    severity: "CRITICAL",
    subjectId: userId,
    metadata: { sessionId },
  });
  const { email, name, timeZone } = await getUser(ctx, userId);
  await sendEmail(ctx, { to: email, userId, template: "sessions-ended-by-reuse", data: { name, timeZone, at: ctx.clock.now() }, key: `sessions-ended-by-reuse:${sessionId}` });
}
