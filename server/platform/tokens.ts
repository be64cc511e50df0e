import { createHash, createSecretKey } from "node:crypto";
import jwt from "jsonwebtoken";

import type { Clock } from "./clock";
import { minutes } from "./clock";
import type { Random } from "./random";

/** How long an access token is believed without asking for its successor. */
export const ACCESS_TOKEN_LIFE = minutes(10);

const ALGORITHM = "HS256";
const ISSUER = "etude";
const AUDIENCE = "etude-api";
const TYPE = "at+jwt";

export interface AccessClaims {
  userId: string;
  sessionId: string;
}

/** A signed access token for one session, and when it ends. It carries no personal data. */
export function signAccessToken(secrets: readonly string[], clock: Clock, { userId, sessionId }: AccessClaims) {
  const now = Math.floor(clock.now().getTime() / 1000);
  const exp = now + ACCESS_TOKEN_LIFE / 1000;
  const token = jwt.sign({ sub: userId, sid: sessionId, iat: now, exp, iss: ISSUER, aud: AUDIENCE }, keyOf(secrets[0]), {
    algorithm: ALGORITHM,
    header: { alg: ALGORITHM, typ: TYPE },
  });
  return { token, expiresAt: new Date(exp * 1000) };
}

/**
 * The claims of a token that we signed and that is still valid, else null. Algorithm, type, issuer, audience, expiry,
 * subject and session are all required (RFC 8725); any of the given secrets may have signed it.
 */
export function readAccessToken(secrets: readonly string[], clock: Clock, token: string): AccessClaims | null {
  for (const secret of secrets) {
    const claims = verified(secret, clock, token);
    if (claims) return claims;
  }
  return null;
}

function verified(secret: string, clock: Clock, token: string): AccessClaims | null {
  try {
    const { header, payload } = jwt.verify(token, keyOf(secret), {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTimestamp: Math.floor(clock.now().getTime() / 1000),
      complete: true,
    });
    if (header.typ !== TYPE || typeof payload === "string") return null;
    const { sub, sid, exp } = payload as { sub?: unknown; sid?: unknown; exp?: unknown };
    if (typeof sub !== "string" || typeof sid !== "string" || typeof exp !== "number") return null;
    return { userId: sub, sessionId: sid };
  } catch {
    return null; // A token that is bad, expired or forged is as none.
  }
}

const keys = new Map<string, ReturnType<typeof createSecretKey>>();

function keyOf(secret = "") {
  const key = keys.get(secret) ?? createSecretKey(Buffer.from(secret));
  keys.set(secret, key);
  return key;
}

/** A secret to hand out (256 bits, fit for a link or a cookie). Only its hash is stored. */
export const newOpaqueToken = (random: Random): string => random.bytes(32).toString("base64url");

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
