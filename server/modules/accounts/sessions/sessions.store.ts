import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";

export async function insertSession(ctx: Context, session: Prisma.SessionCreateManyInput): Promise<void> {
  await ctx.db.session.create({ data: session, select: { id: true } });
}

export async function insertRefreshToken(ctx: Context, token: Prisma.RefreshTokenCreateManyInput): Promise<void> {
  await ctx.db.refreshToken.create({ data: token, select: { id: true } });
}

/** A refresh token with what stands and falls with it. */
export interface HeldRefreshToken {
  id: string;
  sessionId: string;
  userId: string;
  expiresAt: Date;
  usedAt: Date | null;
  sessionExpiresAt: Date;
  endedAt: Date | null;
  suspendedAt: Date | null;
}

/** Finds a refresh token and holds it until the end of the transaction, so that of many at once one exchanges it. */
export async function holdRefreshToken(ctx: Context, tokenHash: string): Promise<HeldRefreshToken | null> {
  const [held] = await ctx.db.$queryRaw<HeldRefreshToken[]>`
    select t.id, t."sessionId", s."userId", t."expiresAt", t."usedAt", s."expiresAt" as "sessionExpiresAt", s."endedAt", u."suspendedAt"
    from refresh_token t join session s on s.id = t."sessionId" join app_user u on u.id = s."userId"
    where t."tokenHash" = ${tokenHash} for update of t`;
  return held ?? null;
}

export async function markRefreshTokenUsed(ctx: Context, { id, sessionId }: Pick<HeldRefreshToken, "id" | "sessionId">): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.refreshToken.update({ where: { id }, data: { usedAt: now }, select: { id: true } });
  await ctx.db.session.update({ where: { id: sessionId }, data: { lastSeenAt: now }, select: { id: true } });
}

export async function findSessionOfRefreshToken(ctx: Context, tokenHash: string) {
  const found = await ctx.db.refreshToken.findUnique({ where: { tokenHash }, select: { session: { select: { id: true, userId: true } } } });
  return found?.session ?? null;
}

/** What decides whether a session still speaks for somebody, and with which rights. */
export function findSessionState(ctx: Context, id: string) {
  return ctx.db.session.findUnique({
    where: { id },
    select: { userId: true, endedAt: true, expiresAt: true, user: { select: { role: true, suspendedAt: true } } },
  });
}

export interface SessionsToEnd {
  userId: string;
  /** Only this one. */
  sessionId?: string;
  /** All but this one. */
  except?: string;
  because: string;
}

/** Ends sessions that are not over yet. Returns how many. */
export async function endSessions(ctx: Context, { userId, sessionId, except, because }: SessionsToEnd): Promise<number> {
  const id = { ...(sessionId && { equals: sessionId }), ...(except && { not: except }) };
  const { count } = await ctx.db.session.updateMany({ where: { userId, endedAt: null, id }, data: { endedAt: ctx.clock.now(), endedBecause: because } });
  return count;
}

export async function stampReauthentication(ctx: Context, id: string): Promise<void> {
  await ctx.db.session.updateMany({ where: { id }, data: { reauthenticatedAt: ctx.clock.now() } });
}

const LISTED = 1000;

/** The sessions of one person, newest first (1,000 at most). */
export function sessionsOf(ctx: Context, userId: string) {
  return ctx.db.session.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LISTED,
    select: { createdAt: true, lastSeenAt: true, expiresAt: true, endedAt: true, endedBecause: true, ipAddress: true, userAgent: true },
  });
}
