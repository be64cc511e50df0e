import { expiryOf, openSession } from "./session.server";

const NOW = Date.UTC(2026, 0, 1);
const jwtUntil = (ms: number) => `head.${Buffer.from(JSON.stringify({ exp: Math.floor(ms / 1000) })).toString("base64url")}.sign`;
const fresh = jwtUntil(NOW + 600_000);
const stale = jwtUntil(NOW - 1_000);

function opened(cookieHeader: string | undefined, renewal: () => Promise<string[]> = async () => [`etude_access=${fresh}; Path=/; HttpOnly`]) {
  const passedOn: string[] = [];
  const askedWith: string[] = [];
  const session = openSession({
    cookieHeader,
    now: () => NOW,
    refresh: (cookies) => (askedWith.push(cookies), renewal()),
    passOn: (line) => passedOn.push(line),
  });
  return { session, passedOn, askedWith };
}

describe("a visitor's session during one request", () => {
  test("a good access token is used as it is", async () => {
    const { session, askedWith } = opened(`etude_access=${fresh}; etude_refresh=r1`);
    expect(await session.cookies()).toBe(`etude_access=${fresh}; etude_refresh=r1`);
    expect(askedWith).toEqual([]);
  });

  test("one that has run out is renewed first, and the browser learns of it", async () => {
    const { session, passedOn } = opened(`etude_access=${stale}; etude_refresh=r1`);
    expect(await session.cookies()).toBe(`etude_access=${fresh}; etude_refresh=r1`);
    expect(passedOn).toEqual([`etude_access=${fresh}; Path=/; HttpOnly`]);
  });

  test("a missing one is renewed too", async () => {
    const { session } = opened("etude_refresh=r1");
    expect(await session.cookies()).toContain(fresh);
  });

  test("loaders in parallel ask for one renewal only", async () => {
    const { session, askedWith } = opened("etude_refresh=r1");
    await Promise.all([session.cookies(), session.cookies(), session.cookies()]);
    await session.cookies();
    expect(askedWith).toEqual(["etude_refresh=r1"]);
  });

  test("without a refresh token there is nothing to renew", async () => {
    const { session, askedWith } = opened(undefined);
    expect(await session.cookies()).toBe("");
    expect(session.exists()).toBe(false);
    expect(askedWith).toEqual([]);
  });

  test("a renewal that is refused ends the session, here and in the browser", async () => {
    const gone = ["etude_access=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "etude_refresh=; Path=/; Max-Age=0"];
    const { session, passedOn, askedWith } = opened(`etude_access=${stale}; etude_refresh=old`, async () => gone);
    expect(await session.cookies()).toBe("");
    expect(session.exists()).toBe(false);
    expect(passedOn).toEqual(gone);
    await session.cookies();
    expect(askedWith).toHaveLength(1);
  });

  test("cookies under https, with their longer names, are known as well", async () => {
    const { session } = opened("__Host-etude_refresh=r1", async () => [`__Host-etude_access=${fresh}; Path=/; Secure`]);
    expect(session.exists()).toBe(true);
    expect(await session.cookies()).toBe(`__Host-etude_refresh=r1; __Host-etude_access=${fresh}`);
  });

  test("what a login sets is used by the calls after it", async () => {
    const { session } = opened("theme=dark");
    session.take([`etude_access=${fresh}; Path=/`, "etude_refresh=r2; Path=/"]);
    expect(await session.cookies()).toBe(`theme=dark; etude_access=${fresh}; etude_refresh=r2`);
  });

  test.each(["", "x", "a.b.c", `a.${Buffer.from("null").toString("base64url")}.c`, `a.${Buffer.from('{"exp":"soon"}').toString("base64url")}.c`])("a token that can't be read (%j) has run out", (jwt) => {
    expect(expiryOf(jwt)).toBe(0);
  });
});
