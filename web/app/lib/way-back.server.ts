import { createCookie } from "@remix-run/node";
import { config } from "./config.server";
import { safePath } from "./same-site";

const HOURS_2 = 2 * 60 * 60;

/** Made when first needed: the configuration may not be read while modules load. */
let made: ReturnType<typeof createCookie> | null = null;

function cookie() {
  const secure = config().webUrl.startsWith("https:");
  made ??= createCookie(secure ? "__Host-etude_way" : "etude_way", { httpOnly: true, secure, sameSite: "lax", path: "/", maxAge: HOURS_2 });
  return made;
}

/** The Set-Cookie line that keeps where somebody wanted to go, through a sign-up or a payment page, for two hours. */
export const keepWay = (path: string): Promise<string> => cookie().serialize(path);

/** The Set-Cookie line that forgets it. */
export const forgetWay = (): Promise<string> => cookie().serialize("", { maxAge: 0 });

/** The path of this site that was kept; null without one. */
export async function wayBack(request: Request): Promise<string | null> {
  const path: unknown = await cookie().parse(request.headers.get("Cookie"));
  return safePath(path, "") || null;
}
