import { openWorld, PASSWORD, type World } from "../../../testing";
import { accountSteps, auditTrail, loggedIn, subjectsTo } from "../../../testing/accounts";
import { days, minutes, seconds } from "../../../platform/clock";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

type Browser = Awaited<ReturnType<typeof loggedIn>>;

const aBrowser = async () => {
  const person = await world.aLearner();
  return { ...(await loggedIn(world, person.email)), person };
};

/** Another call of the same browser that brings the cookies as they were at some moment. */
const callWith = (cookies: ReadonlyMap<string, string>) => {
  const api = world.browser();
  for (const [name, value] of cookies) api.cookies.set(name, value);
  return { ...accountSteps(api), api };
};
const cookiesOf = (browser: Pick<Browser, "api">) => new Map(browser.api.cookies);

test("a session is refreshed for as long as it is used within thirty days, up to half a year", async () => {
  const browser = await aBrowser();
  for (let month = 0; month < 6; month++) {
    world.clock.forward(days(29));
    expect((await browser.me()).data.me).toBeNull();
    expect((await browser.refreshSession()).code).toBeNull();
    expect((await browser.me()).data.me.email).toBe(browser.person.email);
  }
  world.clock.forward(days(6));
  expect((await browser.refreshSession()).code).toBe("UNAUTHENTICATED");
});

test("a session that nobody used for thirty days is over", async () => {
  const browser = await aBrowser();
  world.clock.forward(days(30));
  expect((await browser.refreshSession()).code).toBe("UNAUTHENTICATED");
  expect(browser.api.cookies.size).toBe(0);
});

test("an access token is believed for ten minutes", async () => {
  const browser = await aBrowser();
  world.clock.forward(minutes(9));
  expect((await browser.me()).data.me).not.toBeNull();
  world.clock.forward(minutes(1));
  expect((await browser.me()).data.me).toBeNull();
});

test("a dozen refreshes at once log nobody out: one rotates, the others get an access token", async () => {
  const browser = await aBrowser();
  const before = cookiesOf(browser);
  const calls = Array.from({ length: 12 }, () => callWith(before));
  const answers = await Promise.all(calls.map((call) => call.refreshSession()));
  expect(answers.map(({ code }) => code)).toEqual(Array(12).fill(null));

  const rotated = calls.filter(({ api }) => api.cookies.get("etude_refresh") !== before.get("etude_refresh"));
  expect(rotated).toHaveLength(1);
  expect(answers.filter(({ headers }) => headers.getSetCookie().some((cookie) => cookie.startsWith("etude_refresh=")))).toHaveLength(1);
  for (const call of calls) expect((await call.me()).data.me.email).toBe(browser.person.email);
  expect(await auditTrail(world, "auth.refresh.reused")).toEqual([]);

  world.clock.forward(minutes(10));
  expect((await (rotated[0] as (typeof calls)[0]).refreshSession()).code).toBeNull();
});

test("an old refresh token that comes back ends its session for everybody, is noted and told", async () => {
  const browser = await aBrowser();
  const other = await loggedIn(world, browser.person.email);
  const stolen = cookiesOf(browser);
  await browser.refreshSession();
  world.clock.forward(seconds(10));

  const thief = callWith(stolen);
  expect((await thief.refreshSession()).code).toBe("UNAUTHENTICATED");
  expect(thief.api.cookies.size).toBe(0);
  expect((await browser.me()).data.me).toBeNull();
  expect((await browser.refreshSession()).code).toBe("UNAUTHENTICATED");
  expect((await other.me()).data.me).not.toBeNull();

  const [entry] = await world.db.auditEntry.findMany({ where: { action: "auth.refresh.reused" } });
  expect(entry).toMatchObject({ severity: "CRITICAL", subjectId: browser.userId });
  expect(await subjectsTo(world, browser.person.email)).toEqual(["We logged you out of Etude, to be safe"]);
  await callWith(stolen).refreshSession();
  expect(await auditTrail(world, "auth.refresh.reused")).toHaveLength(1);
});

test.each(["", "nonsense", "a".repeat(5000)])("a refresh token that is none (%#) is as no session", async (value) => {
  const caller = callWith(new Map([["etude_refresh", value]]));
  expect((await caller.refreshSession()).code).toBe("UNAUTHENTICATED");
});

test("a login never takes over a session that the browser brought along", async () => {
  const planted = await aBrowser();
  const { email } = await world.aLearner();
  const victim = callWith(cookiesOf(planted));
  await victim.login({ input: { email, password: PASSWORD } });
  expect(victim.api.cookies.get("etude_refresh")).not.toBe(planted.api.cookies.get("etude_refresh"));
  expect((await victim.me()).data.me.email).toBe(email);
  expect((await planted.me()).data.me.email).toBe(planted.person.email);
});

test("logging out ends this session at once, for its access token and its cookies, and no other", async () => {
  const browser = await aBrowser();
  const other = await loggedIn(world, browser.person.email);
  const kept = cookiesOf(browser);
  expect((await browser.logout()).data).toEqual({ logout: true });
  expect(browser.api.cookies.size).toBe(0);
  expect((await callWith(kept).me()).data.me).toBeNull();
  expect((await callWith(kept).refreshSession()).code).toBe("UNAUTHENTICATED");
  expect((await other.me()).data.me).not.toBeNull();
});

test("logging out works when the access token has expired, and without any session", async () => {
  const browser = await aBrowser();
  const kept = cookiesOf(browser);
  world.clock.forward(minutes(11));
  await browser.logout();
  expect((await callWith(kept).refreshSession()).code).toBe("UNAUTHENTICATED");
  expect((await accountSteps(world.nobody()).logout()).data).toEqual({ logout: true });
});

test("logging out everywhere ends every session of that person", async () => {
  const browser = await aBrowser();
  const other = await loggedIn(world, browser.person.email);
  const stranger = await aBrowser();
  await other.me();
  await browser.logoutEverywhere();
  expect((await other.me()).data.me).toBeNull();
  expect((await other.refreshSession()).code).toBe("UNAUTHENTICATED");
  expect((await stranger.me()).data.me).not.toBeNull();
});

test("a session ended or suspended elsewhere stops within thirty seconds, and roles change as fast", async () => {
  const [ended, suspended, promoted] = [await aBrowser(), await aBrowser(), await aBrowser()];
  for (const browser of [ended, suspended, promoted]) await browser.me();
  await world.db.session.updateMany({ where: { userId: ended.userId }, data: { endedAt: world.clock.now() } });
  await world.db.user.update({ where: { id: suspended.userId }, data: { suspendedAt: world.clock.now() } });
  await world.db.user.update({ where: { id: promoted.userId }, data: { role: "ADMIN" } });
  world.clock.forward(seconds(30));
  expect((await ended.me()).data.me).toBeNull();
  expect((await suspended.me()).data.me).toBeNull();
  expect((await suspended.refreshSession()).code).toBe("UNAUTHENTICATED");
  expect((await promoted.me()).data.me.role).toBe("ADMIN");
});

test("a password given again is noted on the session; a wrong one is refused", async () => {
  const browser = await aBrowser();
  world.clock.forward(minutes(5));
  const stamp = async () => (await world.db.session.findFirstOrThrow({ where: { userId: browser.userId, refreshTokens: { some: {} } } })).reauthenticatedAt;
  expect((await browser.reauthenticate({ password: "not the password" })).code).toBe("INVALID_CREDENTIALS");
  expect(await stamp()).not.toEqual(world.clock.now());
  expect((await browser.reauthenticate({ password: PASSWORD })).data).toEqual({ reauthenticate: true });
  expect(await stamp()).toEqual(world.clock.now());
});

test("cookies do nothing for a page of another site, and nothing without a JSON body", async () => {
  const browser = await aBrowser();
  const foreign = await browser.logout({}, { origin: "https://evil.test" });
  expect(foreign).toMatchObject({ status: 403, code: "FORBIDDEN" });
  const form = await browser.api.fetch("/graphql", { method: "POST", headers: { "content-type": "text/plain" }, body: JSON.stringify({ query: "mutation { logout }" }) });
  expect(form.status).toBe(400);
  expect((await browser.me()).data.me).not.toBeNull();
  expect((await browser.logout({}, { origin: world.config.webUrl })).code).toBeNull();
});

test("on an https site cookies are Secure and carry __Host-", async () => {
  const secure = await openWorld({ secureCookies: true });
  try {
    const { email } = await secure.aLearner();
    const { headers } = await accountSteps(secure.nobody()).login({ input: { email, password: PASSWORD } });
    for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/^__Host-etude_(access|refresh)=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  } finally {
    await secure.close();
  }
});

test("the database holds no token that a cookie carries", async () => {
  const browser = await aBrowser();
  const rows = JSON.stringify(await world.db.refreshToken.findMany());
  expect(rows).not.toContain(browser.api.cookies.get("etude_refresh"));
});
