const ACCESS = /^(__Host-)?etude_access$/;
const REFRESH = /^(__Host-)?etude_refresh$/;
/** Renewed a little early, so that a token can't run out between here and the API. */
const EARLY_MS = 5_000;

/** A visitor's session during one request. The API alone makes, renews and ends it; this only carries its cookies. */
export interface Session {
  /** Whether the browser holds a session's cookies; only the API knows whether they are still good. */
  exists(): boolean;
  /** The Cookie header for the API, renewed first when its access token has run out. */
  cookies(): Promise<string>;
  /** Takes over what the API sets: for later calls of this request, and for the browser. */
  take(setCookies: readonly string[]): void;
}

interface Ways {
  cookieHeader: string | undefined;
  now: () => number;
  /** Asks the API to renew; resolves with the Set-Cookie lines it answered with. */
  refresh: (cookieHeader: string) => Promise<readonly string[]>;
  /** Hands one Set-Cookie line to the browser. */
  passOn: (setCookie: string) => void;
}

/** Opens the session of one incoming request. Loaders run in parallel, so a renewal is asked for once and shared. */
export function openSession({ cookieHeader, now, refresh, passOn }: Ways): Session {
  const jar = parseCookies(cookieHeader ?? "");
  let renewal: Promise<void> | null = null;
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const find = (pattern: RegExp) => [...jar].find(([name]) => pattern.test(name))?.[1];

  function take(setCookies: readonly string[]) {
    for (const line of setCookies) {
      const { name, value, expired } = parseSetCookie(line, now());
      if (expired) jar.delete(name);
      else jar.set(name, value);
      passOn(line);
    }
  }

  return {
    exists: () => find(ACCESS) !== undefined || find(REFRESH) !== undefined,
    take,
    async cookies() {
      const access = find(ACCESS);
      const stale = access === undefined || expiryOf(access) - EARLY_MS <= now();
      if (stale && find(REFRESH) !== undefined) renewal ??= refresh(header()).then(take);
      await renewal;
      return header();
    },
  };
}

/** When a JWT runs out, in ms since 1970; 0 when it can't be read. Not verified here: that is the API's office. */
export function expiryOf(jwt: string): number {
  try {
    const payload: unknown = JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8"));
    const exp = typeof payload === "object" && payload !== null && "exp" in payload ? payload.exp : null;
    return typeof exp === "number" ? exp * 1000 : 0;
  } catch {
    return 0;
  }
}

function parseCookies(header: string): Map<string, string> {
  const jar = new Map<string, string>();
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0) jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return jar;
}

function parseSetCookie(line: string, now: number) {
  const [pair = "", ...attributes] = line.split(";");
  const at = pair.indexOf("=");
  const attribute = (name: string) => attributes.map((one) => one.trim()).find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const maxAge = attribute("max-age");
  const expires = attribute("expires");
  const expired = maxAge !== undefined ? Number(maxAge) <= 0 : expires !== undefined && Date.parse(expires) <= now;
  return { name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim(), expired };
}
