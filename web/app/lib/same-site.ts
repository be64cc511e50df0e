const BASE = "http://site.invalid";
/** Control characters and backslashes, which browsers drop or read as slashes: "/\evil.example" is another site to them. */
const TREACHEROUS = /[\u0000-\u001f\u007f\\]/;

/**
 * Where to go next, from something a visitor's address bar said. Promises a path of this site, query and hash kept;
 * whatever could lead elsewhere ("//evil.example", "/\evil.example", "https:…") becomes `otherwise`.
 */
export function safePath(wanted: unknown, otherwise = "/dashboard"): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || TREACHEROUS.test(wanted)) return otherwise;
  const url = parsed(wanted);
  if (!url || url.origin !== BASE || url.pathname.startsWith("//")) return otherwise;
  return url.pathname + url.search + url.hash;
}

function parsed(path: string): URL | null {
  try {
    return new URL(path, BASE);
  } catch {
    return null;
  }
}

interface Submission {
  method: string;
  origin: string | undefined;
  secFetchSite: string | undefined;
  /** Origins that are this site: WEB_URL's, and outside production the one the request came to. */
  ownOrigins: readonly string[];
}

/**
 * Whether a request that may change something comes from our own pages (OWASP: verify the origin with standard headers).
 * Callers without either header are no browsers and carry no one else's cookies: accepted.
 */
export function isFromOurPages({ method, origin, secFetchSite, ownOrigins }: Submission): boolean {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return true;
  if (origin !== undefined) return ownOrigins.includes(origin);
  return secFetchSite === undefined || secFetchSite === "same-origin";
}
