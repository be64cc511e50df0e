import { data, redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/node";
import type { TypedDocumentString } from "../gql/graphql";
import { config } from "./config.server";
import { factsOf, log } from "./log.server";
import { refusalFrom, statusOf, type ApiRefusal, type GraphQLFailure } from "./refusal";

/** Longer than the API gives the payment provider (6 s), so that its own answer is what people read. */
const TIMEOUT_MS = 8_000;
const UNREACHABLE: ApiRefusal = {
  code: "SERVICE_UNAVAILABLE",
  message: "We can't reach the server just now. Nothing was lost; please try again in a moment.",
  field: null,
  retryAfter: null,
  payUrl: null,
};

/** For whom the API is asked. */
export interface Caller {
  ip: string;
  userAgent: string;
  requestId: string;
}

type VariablesOf<Variables> = Variables extends Record<string, never> ? [] : [variables: Variables];
type Outcome<Result> = { data: Result; refusal: null } | { data: null; refusal: ApiRefusal };

/**
 * For loaders: what the API answers. Without a session it leads to the login page; any other refusal becomes the
 * error page, with its sentence and its HTTP status (503 when the API can't be reached).
 */
export async function api<Result, Variables>(
  context: AppLoadContext,
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Result> {
  const outcome = await send(context, document, variables);
  if (outcome.refusal) throw asResponse(outcome.refusal);
  return outcome.data;
}

/** For actions: the answer, or the refusal to be shown beside the form. Without a session it leads to the login page. */
export async function attempt<Result, Variables>(
  context: AppLoadContext,
  document: TypedDocumentString<Result, Variables>,
  ...[variables]: VariablesOf<Variables>
): Promise<Outcome<Result>> {
  return send(context, document, variables);
}

/** The error page for a refusal, to be thrown where an action has nothing of its own to show. */
export function asResponse(refusal: ApiRefusal) {
  const headers: HeadersInit = refusal.retryAfter === null ? {} : { "Retry-After": String(refusal.retryAfter) };
  return data({ code: refusal.code, message: refusal.message }, { status: statusOf(refusal.code), headers });
}

/** Renews a session, for session.server.ts alone; resolves with the Set-Cookie lines, which end it when it is over. */
export async function refreshSession(caller: Caller, cookieHeader: string): Promise<readonly string[]> {
  const response = await post(caller, cookieHeader, { query: "mutation RefreshSession { refreshSession { expiresAt } }" });
  await response.body?.cancel();
  return response.headers.getSetCookie();
}

/** Streams a file of the API (sound, data export) to its owner; other answers than success and "not modified" are 404. */
export async function passThrough(context: AppLoadContext, request: Request, path: string): Promise<Response> {
  const asked = new Headers(callerHeaders(context.caller, await renewed(context)));
  for (const name of ["range", "if-none-match", "if-range"]) {
    const value = request.headers.get(name);
    if (value) asked.set(name, value);
  }
  const answer = await reach(() => fetch(`${config().apiUrl}${path}`, { headers: asked, signal: request.signal, redirect: "error" }));
  if (!answer) throw asResponse(UNREACHABLE);
  if (!answer.ok && answer.status !== 304 && answer.status !== 416) {
    await answer.body?.cancel();
    throw asResponse({ code: "NOT_FOUND", message: "There is nothing here.", field: null, retryAfter: null, payUrl: null });
  }
  const headers = new Headers();
  for (const name of ["content-type", "content-length", "content-disposition", "content-range", "accept-ranges", "etag", "cache-control"]) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}

async function send<Result, Variables>(
  context: AppLoadContext,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | undefined,
): Promise<Outcome<Result>> {
  const response = await reach(async () => post(context.caller, await context.session.cookies(), { query: String(document), variables }));
  if (!response) return { data: null, refusal: UNREACHABLE };
  context.session.take(response.headers.getSetCookie());
  const answer = await readAnswer<Result>(response);
  if (!answer) return { data: null, refusal: UNREACHABLE };
  const failure = answer.errors?.[0];
  if (!failure && answer.data) return { data: answer.data, refusal: null };
  const refusal = refusalFrom(failure ?? {});
  if (refusal.code === "UNAUTHENTICATED") throw redirect(`/login?to=${encodeURIComponent(context.path)}`);
  return { data: null, refusal };
}

async function renewed(context: AppLoadContext): Promise<string> {
  const cookies = await reach(() => context.session.cookies());
  if (cookies === null) throw asResponse(UNREACHABLE);
  return cookies;
}

function post(caller: Caller, cookieHeader: string, body: { query: string; variables?: unknown }): Promise<Response> {
  const headers = { ...callerHeaders(caller, cookieHeader), "content-type": "application/json", accept: "application/json" };
  return fetch(`${config().apiUrl}/graphql`, {
    method: "POST", headers, body: JSON.stringify(body), signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error",
  });
}

/** The visitor's address and browser, vouched for by the secret that this server and the API share. */
function callerHeaders(caller: Caller, cookieHeader: string): Record<string, string> {
  const { proxySecret, webUrl } = config();
  return {
    origin: webUrl,
    "user-agent": caller.userAgent,
    "x-request-id": caller.requestId,
    ...(cookieHeader && { cookie: cookieHeader }),
    ...(proxySecret && { "x-etude-proxy-secret": proxySecret, "x-forwarded-for": caller.ip }),
  };
}

async function reach<Found>(work: () => Promise<Found>): Promise<Found | null> {
  try {
    return await work();
  } catch (error) {
    log("error", "the API can't be reached", factsOf(error));
    return null;
  }
}

/** GraphQL answers are JSON whatever their status; anything else comes from something that stands in the API's way. */
async function readAnswer<Result>(response: Response): Promise<{ data?: Result | null; errors?: GraphQLFailure[] } | null> {
  return reach(() => response.json());
}
