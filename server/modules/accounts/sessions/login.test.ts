import { openWorld, PASSWORD, type World } from "../../../testing";
import { accountSteps, auditTrail, loggedIn, subjectsTo, watched } from "../../../testing/accounts";
import { hashPassword } from "../../../platform/passwords";
import { login } from "./login";

const WRONG = "not the right password";

/** A caller at an address of their own, as the web server tells it. */
const from = (world: World, ipAddress: string) => ({ "x-etude-proxy-secret": world.config.webProxySecret, "x-forwarded-for": ipAddress });

const attempt = async (world: World, { email, password = WRONG, ip = "203.0.113.1" }: { email: string; password?: string; ip?: string }) =>
  (await accountSteps(world.nobody()).login({ input: { email, password } }, from(world, ip))).code;

describe("with limits out of the way", () => {
  let world: World;
  beforeAll(async () => void (world = await openWorld()));
  afterAll(() => world.close());
  const anyone = () => accountSteps(world.nobody());

  test("a login gives the user, an access token of ten minutes, and two cookies that scripts can't read", async () => {
    const { email, id } = await world.aLearner();
    const { data, headers } = await anyone().login({ input: { email: ` ${email.toUpperCase()} `, password: PASSWORD } });
    expect(data.login).toMatchObject({ user: { id, email }, expiresAt: "2026-03-02T10:10:00.000Z" });
    const cookies = headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["etude_access", "etude_refresh"]);
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; Expires=Wed, 01 Apr 2026 10:00:00 GMT; HttpOnly; SameSite=Lax$/);
  });

  test("the token alone works as Bearer, and cookies alone work for a browser", async () => {
    const { email } = await world.aLearner();
    const browser = await loggedIn(world, email);
    expect((await browser.me()).data.me.email).toBe(email);
    const { data } = await world.nobody().query("{ me { email } }", {}, { authorization: `Bearer ${browser.accessToken}` });
    expect(data.me.email).toBe(email);
    expect((await anyone().me()).data.me).toBeNull();
  });

  test("a wrong password and an unknown address get the same answer by the same statements", async () => {
    const { email } = await world.aLearner();
    const answers = [];
    const traces = [];
    for (const asked of [email, "nobody@example.test", "no address at all"]) {
      const { data, errors, status } = await anyone().login({ input: { email: asked, password: WRONG } });
      answers.push(JSON.stringify({ data, errors, status }));
      const { ctx, operations } = watched(world.context());
      await login(ctx, { email: asked, password: WRONG }).catch(() => undefined);
      traces.push(operations);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("INVALID_CREDENTIALS");
    expect(traces[1]).toEqual(traces[0]);
    expect(traces[2]).toEqual(traces[0]);
  });

  test("spaces, case and length of a password count", async () => {
    const { id, email } = await world.aLearner();
    const password = ` ${"Pass word é ".repeat(5)} 12345`;
    await world.db.user.update({ where: { id }, data: { passwordHash: await hashPassword(password.slice(0, 64), 4) } });
    for (const wrong of [password.slice(0, 64).trim(), password.slice(0, 64).toLowerCase(), password.slice(0, 64).normalize("NFD")]) {
      expect(await attempt(world, { email, password: wrong })).toBe("INVALID_CREDENTIALS");
    }
    expect(await attempt(world, { email, password: password.slice(0, 64) })).toBeNull();
  });

  test("what follows the 72nd byte of a password is not ignored", async () => {
    const { id, email } = await world.aLearner();
    const longest = "a long sentence that nobody guesses, made to be exactly 72 bytes long ok".slice(0, 72);
    await world.db.user.update({ where: { id }, data: { passwordHash: await hashPassword(longest, 4) } });
    expect(await attempt(world, { email, password: longest })).toBeNull();
    expect(await attempt(world, { email, password: `${longest}!` })).toBe("INVALID_CREDENTIALS");
  });

  test("only the right password learns that an account is suspended", async () => {
    const { id, email } = await world.aLearner();
    await world.db.user.update({ where: { id }, data: { suspendedAt: world.clock.now() } });
    expect(await attempt(world, { email })).toBe("INVALID_CREDENTIALS");
    expect(await attempt(world, { email, password: PASSWORD })).toBe("ACCOUNT_SUSPENDED");
  });

  test("a password hashed at a lower cost is hashed again at the next login", async () => {
    const { id, email } = await world.aLearner();
    await world.db.user.update({ where: { id }, data: { passwordHash: await hashPassword(PASSWORD, 4) } });
    const ctx = world.context();
    await login({ ...ctx, config: { ...ctx.config, passwordCost: 5 } }, { email, password: PASSWORD });
    const { passwordHash } = await world.db.user.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toMatch(/^\$2[aby]\$05\$/);
    expect(await attempt(world, { email, password: PASSWORD })).toBeNull();
  });

  test("the audit log tells each login, and why one failed", async () => {
    const { id, email } = await world.aLearner();
    const unverified = await world.aLearner({ verified: false });
    const since = await world.db.auditEntry.count();
    await attempt(world, { email, password: PASSWORD, ip: "198.51.100.7" });
    await attempt(world, { email });
    await attempt(world, { email: "nobody@example.test" });
    await attempt(world, { email: unverified.email, password: PASSWORD });
    const entries = (await world.db.auditEntry.findMany({ orderBy: { at: "asc" } })).slice(since);
    expect(entries.map(({ action, metadata }) => [action, (metadata as { reason?: string } | null)?.reason ?? null])).toEqual([
      ["auth.login.succeeded", null],
      ["auth.login.failed", "wrong_password"],
      ["auth.login.failed", "unknown_address"],
      ["auth.login.failed", "unverified"],
    ]);
    expect(entries[0]).toMatchObject({ category: "SECURITY", actorId: id, subjectId: id, ipAddress: "198.51.100.7", userAgent: "node" });
    expect(entries[0]?.requestId).toEqual(expect.any(String));
    expect(JSON.stringify(entries)).not.toContain("example.test");
  });

  test("a login from a network not seen before is noted and told, the first and those from known ones are not", async () => {
    const { id, email } = await world.aLearner();
    const logInFrom = (ip: string) => attempt(world, { email, password: PASSWORD, ip });
    await logInFrom("192.0.2.1");
    await logInFrom("192.0.2.99");
    expect(await subjectsTo(world, email)).toEqual([]);
    await logInFrom("2001:db8:1:2::3");
    await logInFrom("2001:db8:1:ffff::3");
    expect(await subjectsTo(world, email)).toEqual(["A new login to your Etude account"]);
    expect(await auditTrail(world, "auth.login.new_address", id)).toHaveLength(1);
  });
});

describe("with the limits as people meet them", () => {
  let world: World;
  beforeEach(async () => void (world = await openWorld({ rateLimitScale: 1 })));
  afterEach(() => world.close());

  const times = async (count: number, once: (index: number) => Promise<string | null>) => {
    const codes: (string | null)[] = [];
    for (let index = 0; index < count; index++) codes.push(await once(index));
    return codes;
  };

  test("five wrong passwords for an account from one address are the last for a quarter of an hour, also the right one", async () => {
    const { email } = await world.aLearner();
    expect(await times(5, () => attempt(world, { email }))).toEqual(Array(5).fill("INVALID_CREDENTIALS"));
    const refused = await accountSteps(world.nobody()).login({ input: { email: email.toUpperCase(), password: PASSWORD } }, from(world, "203.0.113.1"));
    expect(refused).toMatchObject({ status: 429, code: "RATE_LIMITED" });
    expect(refused.errors[0]?.extensions.retryAfter).toBeGreaterThan(800);
    expect(refused.headers.get("retry-after")).toBe(String(refused.errors[0]?.extensions.retryAfter));
    expect(await attempt(world, { email, password: PASSWORD, ip: "203.0.113.2" })).toBeNull();
    expect(await auditTrail(world, "auth.login.failed")).toEqual([...Array<string>(5).fill("auth.login.failed wrong_password"), "auth.login.failed throttled"]);
  });

  test("an account takes twenty wrong passwords an hour from everywhere, and refused tries don't count against it", async () => {
    const { email } = await world.aLearner();
    const codes = await times(12, () => attempt(world, { email, ip: "203.0.113.1" }));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(5);
    const elsewhere = await times(20, (index) => attempt(world, { email, ip: `203.0.113.${index + 2}` }));
    expect(elsewhere.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(15);
    expect(elsewhere.filter((code) => code === "RATE_LIMITED")).toHaveLength(5);
  });

  test("one address has at most a hundred passwords checked in an hour, at however many accounts", async () => {
    const ctx = world.context();
    const codes = await times(105, (index) =>
      login({ ...ctx, request: { ...ctx.request, ipAddress: "203.0.113.1" } }, { email: `guess-${index}@example.test`, password: WRONG }).then(
        () => null,
        (refusal: { code: string }) => refusal.code,
      ),
    );
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(100);
    expect(codes.slice(100)).toEqual(Array(5).fill("RATE_LIMITED"));
  });

  test("many tries at once are counted one by one", async () => {
    const { email } = await world.aLearner();
    const codes = await Promise.all(Array.from({ length: 25 }, () => attempt(world, { email })));
    expect(codes.filter((code) => code === "INVALID_CREDENTIALS")).toHaveLength(5);
  });

  test("right passwords are not held against anybody, and forgive the wrong ones before", async () => {
    const { email } = await world.aLearner();
    for (let round = 0; round < 4; round++) {
      expect(await times(4, () => attempt(world, { email }))).not.toContain("RATE_LIMITED");
      expect(await attempt(world, { email, password: PASSWORD })).toBeNull();
    }
  });

  test("an IPv6 network is one caller, whichever of its addresses it uses", async () => {
    const { email } = await world.aLearner();
    const codes = await times(7, (index) => attempt(world, { email, ip: `2001:db8:1:1::${index + 1}` }));
    expect(codes.slice(5)).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
  });

  test("an address at which ten accounts fail within an hour is suspicious, and so is a success from it", async () => {
    const { email } = await world.aLearner();
    await times(9, (index) => attempt(world, { email: `guess-${index}@example.test` }));
    await attempt(world, { email: "guess-0@example.test" });
    expect(await auditTrail(world, "auth.address.suspicious")).toHaveLength(0);
    await times(3, (index) => attempt(world, { email: `another-${index}@example.test` }));
    expect(await auditTrail(world, "auth.address.suspicious")).toHaveLength(1);
    await attempt(world, { email, password: PASSWORD });
    const told = await world.db.auditEntry.findMany({ where: { action: "auth.address.suspicious" }, orderBy: { id: "asc" } });
    expect(told).toHaveLength(2);
    expect(told.map(({ severity }) => severity)).toEqual(["CRITICAL", "CRITICAL"]);
  });

  test("a password given again counts as a login would", async () => {
    const person = await world.aLearner();
    const steps = accountSteps(world.as(person));
    const codes = await times(6, async () => (await steps.reauthenticate({ password: WRONG })).code);
    expect(codes).toEqual([...Array<string>(5).fill("INVALID_CREDENTIALS"), "RATE_LIMITED"]);
  });

  test("registering, resending and resetting are limited to five an hour for an address", async () => {
    const steps = accountSteps(world.nobody());
    const email = "often@example.test";
    const calls = {
      register: () => steps.register({ input: { email, password: PASSWORD } }),
      resend: () => steps.resendVerification({ email }),
      reset: () => steps.requestPasswordReset({ email }),
    };
    for (const call of Object.values(calls)) {
      expect(await times(6, async () => (await call()).code)).toEqual([...Array<null>(5).fill(null), "RATE_LIMITED"]);
    }
    expect(await auditTrail(world, "limit.hit")).toHaveLength(3);
  });

  test("links are tried at most thirty times an hour from one address", async () => {
    const ips = from(world, "203.0.113.1");
    const codes = [];
    for (const call of ["verifyEmail", "confirmEmailChange"] as const) {
      for (let index = 0; index < 16; index++) codes.push((await accountSteps(world.nobody())[call]({ token: "guessed" }, ips)).code);
    }
    expect(codes.filter((code) => code === "TOKEN_INVALID")).toHaveLength(30);
    expect(codes.slice(30)).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
  });
});
