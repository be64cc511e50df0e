import { randomBytes, randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import { refreshSession, type Caller } from "./api.server";
import { openSession, type Session } from "./session.server";

/** What every loader and action gets as `context`: who asks, and the session of this one request. */
export interface RequestContext {
  /** Scripts of this response carry it, others don't run. */
  nonce: string;
  requestId: string;
  /** The page asked for, as the address bar says it. */
  path: string;
  caller: Caller;
  session: Session;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}

/** Only ids that look like ids are taken over from a proxy: they end up in logs and headers. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/** Made once for each incoming request, before anything else looks at it. */
export function requestContext(req: Request, res: Response): RequestContext {
  const given = req.get("x-request-id") ?? "";
  const requestId = REQUEST_ID.test(given) ? given : randomUUID();
  const caller = { ip: req.ip ?? "", userAgent: req.get("user-agent") ?? "", requestId };
  const session = openSession({
    cookieHeader: req.get("cookie"),
    now: Date.now,
    refresh: (cookieHeader) => refreshSession(caller, cookieHeader),
    passOn: (setCookie) => res.append("Set-Cookie", setCookie),
  });
  return { nonce: randomBytes(16).toString("base64"), requestId, path: pagePath(req.originalUrl), caller, session };
}

/** Remix asks for a page's data at "/levels.data?_routes=…"; the page itself is "/levels". */
export function pagePath(originalUrl: string): string {
  const url = new URL(originalUrl, "http://site.invalid");
  url.searchParams.delete("_routes");
  const path = url.pathname.replace(/\.data$/, "");
  return (path === "/_root" ? "/" : path) + url.search;
}
