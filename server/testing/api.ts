import type { AddressInfo } from "node:net";
import type { Server } from "node:http";

/** One answer of the API, as a client sees it. */
export interface Answer {
  status: number;
  headers: Headers;
  // GraphQL answers have whatever shape the query asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string; field?: string; retryAfter?: number; requestId?: string } }[];
  /** The first error's code, or null. */
  code: string | null;
  /** The first error's field, or null. */
  field: string | null;
}

export interface Api {
  /** Sends one GraphQL operation. */
  query(document: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** Fetches any path of the API with this caller's credentials. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Cookies that the API has set and this caller keeps. */
  readonly cookies: Map<string, string>;
}

export const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A caller over real HTTP. With `keepCookies` it behaves as a browser's jar would, and sends what it was given. */
export function apiAt(base: string, { bearer, keepCookies = false }: { bearer?: string; keepCookies?: boolean } = {}): Api {
  const cookies = new Map<string, string>();

  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (bearer) headers.set("authorization", `Bearer ${bearer}`);
    if (cookies.size > 0 && !headers.has("cookie")) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(`${base}${path}`, { ...init, headers });
    if (keepCookies) keep(cookies, response.headers.getSetCookie());
    return response;
  };

  return {
    cookies,
    fetch: send,
    async query(document, variables = {}, headers = {}) {
      const response = await send("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query: document, variables }),
      });
      const { data = null, errors = [] } = (await response.json()) as Pick<Answer, "data" | "errors">;
      const first = errors[0]?.extensions;
      return { status: response.status, headers: response.headers, data, errors, code: first?.code ?? null, field: first?.field ?? null };
    },
  };
}

function keep(cookies: Map<string, string>, set: readonly string[]): void {
  for (const line of set) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === "") cookies.delete(name);
    else cookies.set(name, value);
  }
}
