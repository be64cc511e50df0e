import { after } from "../../../platform/clock";
import type { Context, Viewer } from "../../../platform/context";
import { readAccessToken } from "../../../platform/tokens";
import { SESSION_LIFE } from "./session-life";
import { findSessionState } from "./sessions.store";

interface Belief {
  userId: string;
  viewer: Viewer | null;
  until: Date;
}

const MOST_BELIEFS = 10_000;

/** What this process has read of sessions lately, by their id. Sessions of different databases never share one. */
const beliefs = new Map<string, Belief>();

/**
 * Who an access token speaks for; null when it is bad, expired, or of a session that is over or whose owner is
 * suspended. Role and state come from the database, at most 30 seconds old, and never from the token.
 */
export async function viewerFor(ctx: Context, accessToken: string): Promise<Viewer | null> {
  const claims = readAccessToken(ctx.config.jwtSecrets, ctx.clock, accessToken);
  if (!claims) return null;
  const now = ctx.clock.now();
  const known = beliefs.get(claims.sessionId);
  if (known && known.until > now && known.userId === claims.userId) return known.viewer;

  const viewer = await readViewer(ctx, claims);
  if (beliefs.size >= MOST_BELIEFS) beliefs.delete(beliefs.keys().next().value as string);
  beliefs.set(claims.sessionId, { userId: claims.userId, viewer, until: after(now, SESSION_LIFE.believed) });
  return viewer;
}

async function readViewer(ctx: Context, { userId, sessionId }: { userId: string; sessionId: string }): Promise<Viewer | null> {
  const state = await findSessionState(ctx, sessionId);
  const alive = state && state.userId === userId && !state.endedAt && state.expiresAt > ctx.clock.now() && !state.user.suspendedAt;
  return alive ? { userId, sessionId, role: state.user.role } : null;
}

/**
 * Makes this process ask the database again about a user's sessions. To be called once what changed them is committed:
 * other processes learn of it within 30 seconds.
 */
export function forgetViewers(userId: string): void {
  for (const [sessionId, belief] of beliefs) if (belief.userId === userId) beliefs.delete(sessionId);
}
