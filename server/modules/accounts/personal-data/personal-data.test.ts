import { openWorld, PASSWORD, type World } from "../../../testing";
import { accountSteps, auditTrail, loggedIn, mailedToken, subjectsTo } from "../../../testing/accounts";
import { hours } from "../../../platform/clock";
import { cleanUp } from "../clean-up";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const anyone = () => accountSteps(world.nobody());

const exported = async (person: Awaited<ReturnType<World["aLearner"]>>) => {
  const { data } = await accountSteps(world.as(person)).exportMyData();
  return { ...data.exportMyData, path: new URL(data.exportMyData.url as string).pathname } as { url: string; expiresAt: string; path: string };
};

test("an export holds everything on its owner, nothing of others, and no secret", async () => {
  const person = await world.aLearner({ name: "Ada", email: "ada-marker@example.test" });
  const other = await world.aLearner({ name: "Bob", email: "bob-marker@example.test" });
  const [browser] = [await loggedIn(world, person.email), await loggedIn(world, other.email)];
  await browser.updateProfile({ input: { timeZone: "Europe/Berlin" } });
  await browser.changePassword({ currentPassword: PASSWORD, newPassword: "something else entirely" });

  const { url, expiresAt, path } = await exported({ ...person, accessToken: browser.accessToken });
  expect(url).toMatch(new RegExp(`^${world.config.apiUrl}/api/exports/[\\w-]+$`));
  expect(expiresAt).toBe("2026-03-03T10:00:00.000Z");

  const response = await browser.api.fetch(path);
  expect(response.headers.get("content-type")).toMatch(/^application\/json/);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  const text = await response.text();
  const file = JSON.parse(text) as Record<string, unknown[]>;
  expect(file.account).toMatchObject({ id: person.id, email: person.email, name: "Ada", timeZone: "Europe/Berlin" });
  expect(file.sessions).toHaveLength(2);
  expect(file.knownNetworks).toHaveLength(1);
  expect(file.emails).toMatchObject([{ subject: "Your password for Etude was changed" }]);
  expect(file.securityLog).toEqual(expect.arrayContaining([expect.objectContaining({ action: "auth.login.succeeded" }), expect.objectContaining({ action: "account.profile.changed" })]));
  expect(text).not.toMatch(/bob-marker|\$2[aby]\$|tokenHash|passwordHash/);
});

test("an export is there for its owner only, for a day", async () => {
  const [person, other] = [await world.aLearner(), await world.aLearner()];
  const { path } = await exported(person);
  expect((await world.as(person).fetch(path)).status).toBe(200);
  expect((await world.as(other).fetch(path)).status).toBe(404);
  expect((await world.nobody().fetch(path)).status).toBe(404);
  expect((await world.as(person).fetch("/api/exports/not-an-id")).status).toBe(404);
  expect(await auditTrail(world, "account.exported", person.id)).toHaveLength(1);

  const later = await world.aLearner();
  const { path: expiring } = await exported(later);
  world.clock.forward(hours(24));
  const again = await loggedIn(world, later.email);
  expect((await again.api.fetch(expiring)).status).toBe(404);
  await cleanUp(world.context());
  expect(await world.db.dataExport.count()).toBe(0);
});

test("a new export takes the place of the one before", async () => {
  const person = await world.aLearner();
  const { path } = await exported(person);
  await exported(person);
  expect((await world.as(person).fetch(path)).status).toBe(404);
  expect(await world.db.dataExport.count({ where: { userId: person.id } })).toBe(1);
});

test("deleting an account asks for the password", async () => {
  const { email } = await world.aLearner();
  const browser = await loggedIn(world, email);
  expect((await browser.deleteMyAccount({ password: "not the password" })).code).toBe("INVALID_CREDENTIALS");
  expect((await browser.me()).data.me.email).toBe(email);
});

test("a deleted account is gone with its sessions, links and rows; what stays of it is the audit log, by id", async () => {
  const { email, id } = await world.aLearner({ name: "Marker Nameson", email: "marker-gone@example.test" });
  const [browser, other] = [await loggedIn(world, email), await loggedIn(world, email)];
  await anyone().requestPasswordReset({ email });
  const reset = await mailedToken(world, email, "reset-password");
  await browser.exportMyData();
  expect((await browser.deleteMyAccount({ password: PASSWORD })).data).toEqual({ deleteMyAccount: true });

  expect(browser.api.cookies.size).toBe(0);
  expect((await other.me()).data.me).toBeNull();
  expect((await other.refreshSession()).code).toBe("UNAUTHENTICATED");
  expect((await anyone().login({ input: { email, password: PASSWORD } })).code).toBe("INVALID_CREDENTIALS");
  expect((await anyone().resetPassword({ token: reset, newPassword: "something else entirely" })).code).toBe("TOKEN_INVALID");
  expect((await subjectsTo(world, email))[0]).toBe("Your Etude account is deleted");

  expect(await auditTrail(world, "account.deleted", id)).toEqual(["account.deleted"]);
  const tables = await world.db.$queryRaw<{ name: string }[]>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const rows = await world.db.$queryRawUnsafe<unknown[]>(`select t::text from "${name}" t where t::text ilike '%marker-gone%' or t::text ilike '%Nameson%'`);
    expect({ name, rows }).toEqual({ name, rows: [] });
  }
});

test("an account that goes while its data is gathered ends in a refusal, and leaves no export", async () => {
  for (let time = 0; time < 5; time++) {
    const { email, id } = await world.aLearner();
    const browser = await loggedIn(world, email);
    const exporting = Array.from({ length: 3 }, () => browser.exportMyData());
    expect((await browser.deleteMyAccount({ password: PASSWORD })).code).toBeNull();
    for (const { code } of await Promise.all(exporting)) expect([null, "UNAUTHENTICATED"]).toContain(code);
    expect(await world.db.dataExport.count({ where: { userId: id } })).toBe(0);
  }
});

test("an account that is deleted many times at once is deleted once", async () => {
  const { email, id } = await world.aLearner();
  const browser = await loggedIn(world, email);
  const codes = await Promise.all(Array.from({ length: 4 }, async () => (await browser.deleteMyAccount({ password: PASSWORD })).code));
  expect(codes.sort()).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED", "UNAUTHENTICATED", null]);
  expect(await auditTrail(world, "account.deleted", id)).toEqual(["account.deleted"]);
});

test("the address of a deleted account can be registered again", async () => {
  const { email, id } = await world.aLearner();
  await (await loggedIn(world, email)).deleteMyAccount({ password: PASSWORD });
  await anyone().register({ input: { email, password: PASSWORD } });
  await anyone().verifyEmail({ token: await mailedToken(world, email, "verify-email") });
  expect((await loggedIn(world, email)).userId).not.toBe(id);
});
