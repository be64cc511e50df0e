import { after } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { hashToken, newOpaqueToken, signAccessToken } from "../../../platform/tokens";
import { SESSION_LIFE } from "./session-life";
import { insertRefreshToken, insertSession } from "./sessions.store";

/** What a caller gets to prove their session with. */
export interface Keys {
  accessToken: string;
  /** When the access token ends. */
  expiresAt: Date;
  /** Null when another call, in parallel, has got the new one. */
  refreshToken: string | null;
  /** When the session ends unless it is used again. */
  sessionExpiresAt: Date;
}

/** Begins a session of the user's, in the transaction of `ctx`. */
export async function openSession(ctx: Context, userId: string): Promise<Keys> {
  const now = ctx.clock.now();
  const session = { id: ctx.random.uuid(), userId, expiresAt: after(now, SESSION_LIFE.absolute) };
  const { ipAddress, userAgent } = ctx.request;
  await insertSession(ctx, { ...session, createdAt: now, lastSeenAt: now, reauthenticatedAt: now, ipAddress, userAgent: userAgent?.slice(0, 300) ?? null });
  return newKeys(ctx, session);
}

interface OfSession {
  id: string;
  userId: string;
  expiresAt: Date;
}

/** The next access and refresh token of a session. */
export async function newKeys(ctx: Context, session: OfSession): Promise<Keys> {
  const keys = accessOnly(ctx, session);
  const refreshToken = newOpaqueToken(ctx.random);
  await insertRefreshToken(ctx, {
    id: ctx.random.uuid(),
    sessionId: session.id,
    tokenHash: hashToken(refreshToken),
    issuedAt: ctx.clock.now(),
    expiresAt: keys.sessionExpiresAt,
  });
  return { ...keys, refreshToken };
}

/** An access token for a session whose refresh token is in other hands of the same caller. */
export function accessOnly(ctx: Context, { id, userId, expiresAt }: OfSession): Keys {
  const { token, expiresAt: accessEnds } = signAccessToken(ctx.config.jwtSecrets, ctx.clock, { userId, sessionId: id });
  const idleEnd = after(ctx.clock.now(), SESSION_LIFE.idle);
  return { accessToken: token, expiresAt: accessEnds, refreshToken: null, sessionExpiresAt: idleEnd < expiresAt ? idleEnd : expiresAt };
}

/** Gives the keys to a browser, in cookies. Only once the session is committed. */
export function handOver(ctx: Context, { accessToken, refreshToken, sessionExpiresAt }: Keys): void {
  ctx.cookies.set({ accessToken, refreshToken, expiresAt: sessionExpiresAt });
}
