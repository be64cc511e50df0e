import type { NextFunction, Request, Response } from "express";

import type { Config } from "../platform/config";
import type { Refusal } from "../platform/refusal";
import { cookieNames, cookiesOf } from "./session-cookies";

const MOST_VALUES = 5000;
const DEEPEST = 20;

const answer = (res: Response, status: number, message: string, extensions: object) =>
  res.status(status).json({ errors: [{ message, extensions: { ...extensions, requestId: res.locals.id as string } }] });

export const answerError = (res: Response, status: number, code: string, message: string) => answer(res, status, message, { code });

export const answerRefusal = (res: Response, status: number, { code, message, retryAfter }: Refusal) =>
  answer(res, status, message, { code, ...(retryAfter && { retryAfter }) });

/** What is wrong with a body as a whole, or null. Walks without recursion, so that nesting can't exhaust the stack. */
export function bodyProblem(body: unknown): string | null {
  if (!isObject(body) || Array.isArray(body)) return "The body must be one JSON object.";
  const waiting: [unknown, number][] = [[body, 0]];
  for (let seen = 1; waiting.length > 0; seen++) {
    const [value, depth] = waiting.pop() as [unknown, number];
    if (seen > MOST_VALUES) return "The body holds too many values.";
    if (depth > DEEPEST) return "The body is nested too deep.";
    if (typeof value === "string" && !isText(value, depth)) return "The body holds characters that are not text.";
    if (isObject(value)) for (const inner of Object.values(value)) waiting.push([inner, depth + 1]);
  }
  return null;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** NUL and halves of characters are no text; at the top stands the query, whose own escapes could hold a NUL too. */
const isText = (value: string, depth: number): boolean =>
  !value.includes("\0") && value.isWellFormed() && !(depth <= 1 && /\\u0000|\\u\{0+\}/.test(value));

export function bodyGuard(req: Request, res: Response, next: NextFunction): void {
  const problem = req.method === "POST" ? bodyProblem(req.body) : null;
  if (problem) answerError(res, 400, "BAD_REQUEST", problem);
  else next();
}

/**
 * Cookies are sent by browsers whoever makes them ask, so a call that carries ours must come from our own pages. A
 * caller that is no browser says neither Origin nor Sec-Fetch-Site, and is let through.
 */
export function originGuard({ webUrl, apiUrl, secureCookies }: Pick<Config, "webUrl" | "apiUrl" | "secureCookies">) {
  const allowed = new Set([new URL(webUrl).origin, new URL(apiUrl).origin]);
  const names = cookieNames({ secureCookies });
  return (req: Request, res: Response, next: NextFunction): void => {
    const cookies = cookiesOf(req);
    const withSession = cookies[names.access] !== undefined || cookies[names.refresh] !== undefined;
    if (!withSession || isOurs(req, allowed)) return next();
    answerError(res, 403, "FORBIDDEN", "This call comes from another site.");
  };
}

function isOurs(req: Request, allowed: ReadonlySet<string>): boolean {
  const { origin } = req.headers;
  if (origin !== undefined) return allowed.has(origin);
  const site = req.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}
