import { parse } from "cookie";
import type { Request, Response } from "express";

import type { Config } from "../platform/config";
import type { SessionCookies } from "../platform/context";

/** Under https the names carry __Host-, which browsers accept only Secure, on Path=/ and without a Domain. */
export const cookieNames = ({ secureCookies }: Pick<Config, "secureCookies">) => {
  const prefix = secureCookies ? "__Host-" : "";
  return { access: `${prefix}etude_access`, refresh: `${prefix}etude_refresh` };
};

export const cookiesOf = (req: Request): Record<string, string | undefined> => parse(req.headers.cookie ?? "");

/** The caller's session cookies, on the request and the response of one call. */
export function sessionCookies(req: Request, res: Response, config: Config): SessionCookies {
  const names = cookieNames(config);
  const options = { httpOnly: true, sameSite: "lax", secure: config.secureCookies, path: "/" } as const;
  return {
    refreshToken: () => cookiesOf(req)[names.refresh] ?? null,
    set({ accessToken, refreshToken, expiresAt }) {
      res.cookie(names.access, accessToken, { ...options, expires: expiresAt });
      if (refreshToken) res.cookie(names.refresh, refreshToken, { ...options, expires: expiresAt });
    },
    clear() {
      for (const name of [names.access, names.refresh]) res.clearCookie(name, options);
    },
  };
}

/** For jobs, which have no caller. */
export const noCookies: SessionCookies = { refreshToken: () => null, set: () => undefined, clear: () => undefined };
