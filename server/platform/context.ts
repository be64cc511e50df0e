import type { MailPort } from "../gateways/mail/port";
import type { PaymentsPort } from "../gateways/payments/port";
import type { Clock } from "./clock";
import type { Config } from "./config";
import type { Db } from "./db";
import type { Log } from "./log";
import type { Random } from "./random";
import type { Throttle } from "./throttle";

/** Who is asking, as far as a valid session tells. */
export interface Viewer {
  userId: string;
  sessionId: string;
  role: "LEARNER" | "ADMIN";
}

/** What is known of the call itself. A job has an id only. */
export interface CallerInfo {
  id: string;
  ipAddress: string | null;
  userAgent: string | null;
}

/** The session cookies of the caller: read from the request, written to the response. */
export interface SessionCookies {
  refreshToken(): string | null;
  set(session: { accessToken: string; refreshToken: string | null; expiresAt: Date }): void;
  clear(): void;
}

/** The outside world, in our words. */
export interface Gateways {
  readonly mail: MailPort;
  readonly payments: PaymentsPort;
}

/** Everything that a use case may touch. There is one for each request and each run of a job. */
export interface Context {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
  readonly config: Config;
  readonly log: Log;
  readonly throttle: Throttle;
  readonly gateways: Gateways;
  readonly request: CallerInfo;
  readonly viewer: Viewer | null;
  readonly cookies: SessionCookies;
  /** Loaders of this request (see loader.ts). */
  readonly loaders: Map<string, unknown>;
}

/** The signed-in caller. For code behind @auth, where there always is one. */
export function viewerOf(ctx: Context): Viewer {
  if (!ctx.viewer) throw new Error("This is behind @auth, so there must be a viewer.");
  return ctx.viewer;
}
