import { timingSafeEqual } from "node:crypto";
import type { Request } from "express";

import type { Config } from "../platform/config";

/**
 * Where the call came from. Express has already followed as many trusted proxies as the configuration names. Beyond
 * that, only the web server, which proves itself by a secret, may say for whom it asks: anybody else's
 * X-Forwarded-For is ignored.
 */
export function callerAddress(req: Request, { webProxySecret }: Pick<Config, "webProxySecret">): string | null {
  const proof = req.headers["x-etude-proxy-secret"];
  const told = req.headers["x-forwarded-for"];
  if (typeof proof === "string" && typeof told === "string" && isSame(proof, webProxySecret)) return told.split(",")[0]?.trim() || null;
  return req.ip ?? null;
}

const isSame = (given: string, secret: string) => {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Whether the connection itself comes from this machine, and no proxy stands before it. */
export const isLoopback = (req: Request): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(req.socket.remoteAddress ?? "") && req.headers["x-forwarded-for"] === undefined;
