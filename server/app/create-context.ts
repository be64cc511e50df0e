import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";

import { viewerFor } from "../modules/accounts";
import type { Clock } from "../platform/clock";
import type { Config } from "../platform/config";
import type { CallerInfo, Context, Gateways } from "../platform/context";
import type { Database } from "../platform/db";
import type { Log } from "../platform/log";
import type { Random } from "../platform/random";
import type { Throttle } from "../platform/throttle";
import { callerAddress } from "./caller-address";
import { cookieNames, cookiesOf, noCookies, sessionCookies } from "./session-cookies";

/** What lives as long as the process; each request and each job gets a context of its own around it. */
export interface Parts {
  config: Config;
  db: Database;
  clock: Clock;
  random: Random;
  log: Log;
  throttle: Throttle;
  gateways: Gateways;
}

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The request's id: the caller's own when it has a decent form, so that web and API log the same one. */
export function requestIdOf(req: Request): string {
  const given = req.headers["x-request-id"];
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

/** A context for one HTTP request. The access token counts as Bearer or as cookie; a bad one is as none. */
export async function contextForRequest(parts: Parts, req: Request, res: Response): Promise<Context> {
  const { id } = res.locals as { id: string };
  const request: CallerInfo = { id, ipAddress: callerAddress(req, parts.config), userAgent: req.headers["user-agent"] ?? null };
  const anonymous: Context = {
    ...parts,
    log: parts.log.child({ requestId: id }),
    request,
    viewer: null,
    cookies: sessionCookies(req, res, parts.config),
    loaders: new Map(),
  };
  const token = accessTokenOf(req, parts.config);
  return token ? { ...anonymous, viewer: await viewerFor(anonymous, token) } : anonymous;
}

function accessTokenOf(req: Request, config: Config): string | undefined {
  const bearer = /^Bearer ([\w.-]+)$/i.exec(req.headers.authorization ?? "")?.[1];
  return bearer ?? cookiesOf(req)[cookieNames(config).access];
}

/** A context for one run of a job, which nobody asked for in person. */
export function contextForJob(parts: Parts, name: string): Context {
  const id = `job-${parts.random.uuid()}`;
  return {
    ...parts,
    log: parts.log.child({ requestId: id, job: name }),
    request: { id, ipAddress: null, userAgent: null },
    viewer: null,
    cookies: noCookies,
    loaders: new Map(),
  };
}
