import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { hashToken } from "../../../platform/tokens";
import { record } from "../../audit";
import { endSessions, findSessionOfRefreshToken } from "./sessions.store";
import { forgetViewers } from "./viewer-for";

/** Ends the caller's session, known by either token, and takes the cookies away. Without a session there is nothing to do. */
export async function logout(ctx: Context): Promise<void> {
  const session = await callersSession(ctx);
  if (session) {
    await inTransaction(ctx, async (ctx) => {
      const ended = await endSessions(ctx, { userId: session.userId, sessionId: session.id, because: "logged out" });
      if (ended > 0) await record(ctx, { action: "auth.logout", description: "Somebody logged out.", actorId: session.userId, subjectId: session.userId });
    });
    forgetViewers(session.userId);
  }
  ctx.cookies.clear();
}

async function callersSession(ctx: Context): Promise<{ id: string; userId: string } | null> {
  if (ctx.viewer) return { id: ctx.viewer.sessionId, userId: ctx.viewer.userId };
  const token = ctx.cookies.refreshToken();
  return token ? findSessionOfRefreshToken(ctx, hashToken(token)) : null;
}
