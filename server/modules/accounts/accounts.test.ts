import { openWorld, PASSWORD, type World } from "../../testing";
import { accountSteps, type AccountSteps, loggedIn, mailedToken } from "../../testing/accounts";
import { days, minutes } from "../../platform/clock";
import { Refusal } from "../../platform/refusal";
import { holdPersonalData } from "./personal-data/holders";
import { cleanUp } from "./clean-up";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const email = "somebody@example.test";
const registration = { email, password: PASSWORD };

const BAD_INPUT: [keyof AccountSteps, Record<string, unknown>, string][] = [
  ["register", { input: { ...registration, email: "" } }, "email"],
  ["register", { input: { ...registration, email: "no address" } }, "email"],
  ["register", { input: { ...registration, email: `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.test.example` } }, "email"],
  ["register", { input: { ...registration, email: "a@b.test\nBcc: c@d.test" } }, "email"],
  ["register", { input: { ...registration, password: "" } }, "password"],
  ["register", { input: { ...registration, password: "nine char" } }, "password"],
  ["register", { input: { ...registration, password: "x".repeat(73) } }, "password"],
  ["register", { input: { ...registration, password: "語".repeat(25) } }, "password"],
  ["register", { input: { ...registration, password: "password1234" } }, "password"],
  ["register", { input: { ...registration, password: email } }, "password"],
  ["register", { input: { ...registration, name: "a".repeat(101) } }, "name"],
  ["register", { input: { ...registration, name: "two\nlines" } }, "name"],
  ["resendVerification", { email: "no address" }, "email"],
  ["requestPasswordReset", { email: "no address" }, "email"],
];

test.each(BAD_INPUT)("%s refuses bad input (%#) by the name of the field", async (step, variables, field) => {
  const before = await world.db.user.count();
  const answer = await accountSteps(world.nobody())[step](variables);
  expect(answer).toMatchObject({ status: 200, code: "BAD_USER_INPUT", field });
  expect(answer.errors[0]?.message).toMatch(/^[A-Z].{20,}\.$/);
  expect(await world.db.user.count()).toBe(before);
});

test("a NUL or half a character in any text is refused before it reaches anything", async () => {
  for (const text of ["nul\0@example.test", "half\uD83C@example.test"]) {
    expect(await accountSteps(world.nobody()).requestPasswordReset({ email: text })).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  }
});

const NEEDS_A_SESSION: [keyof AccountSteps, Record<string, unknown>][] = [
  ["reauthenticate", { password: PASSWORD }],
  ["logoutEverywhere", {}],
  ["changePassword", { currentPassword: PASSWORD, newPassword: PASSWORD }],
  ["updateProfile", { input: {} }],
  ["setNewsletterOptIn", { optIn: true }],
  ["requestEmailChange", { newEmail: email, password: PASSWORD }],
  ["exportMyData", {}],
  ["deleteMyAccount", { password: PASSWORD }],
];

test.each(NEEDS_A_SESSION)("%s is for people who are logged in", async (step, variables) => {
  expect((await accountSteps(world.nobody())[step](variables)).code).toBe("UNAUTHENTICATED");
  const forged = accountSteps(world.as({ id: "", email, sessionId: "", accessToken: "a.forged.token" }));
  expect((await forged[step](variables)).code).toBe("UNAUTHENTICATED");
});

test.each(["verifyEmail", "confirmEmailChange", "undoEmailChange"] as const)("%s refuses a link that was never made", async (step) => {
  for (const token of ["", "guess", "a".repeat(10_000)]) expect((await accountSteps(world.nobody())[step]({ token })).code).toBe("TOKEN_INVALID");
});

test("modules above add their own part to an export, and act before a deletion in its transaction", async () => {
  const seen: string[] = [];
  holdPersonalData({
    section: "stamps",
    dataOf: async (_, userId) => [{ of: userId }],
    async beforeDeletion(ctx, userId) {
      seen.push(userId);
      if (seen.length === 1) throw new Error("not just now");
      await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
    },
  });
  try {
    const person = await world.aLearner();
    const steps = accountSteps(world.as(person));
    const { data } = await steps.exportMyData();
    const file = (await (await world.as(person).fetch(new URL(data.exportMyData.url as string).pathname)).json()) as Record<string, unknown>;
    expect(file.stamps).toEqual([{ of: person.id }]);

    expect((await steps.deleteMyAccount({ password: PASSWORD })).code).toBe("INTERNAL_SERVER_ERROR");
    expect((await steps.me()).data.me.id).toBe(person.id);
    expect((await steps.deleteMyAccount({ password: PASSWORD })).code).toBeNull();
    expect(seen).toEqual([person.id, person.id]);
  } finally {
    holdPersonalData();
  }
});

test("modules above end things elsewhere before a deletion, outside its transaction; where that fails, nothing is deleted", async () => {
  const seen: string[] = [];
  holdPersonalData({
    section: "stamps",
    dataOf: async () => [],
    async endElsewhere(ctx, userId) {
      seen.push(`elsewhere, ${"$connect" in ctx.db ? "outside" : "inside"} a transaction`);
      await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
      if (seen.length === 1) throw new Refusal("PAYMENT_PROVIDER_UNAVAILABLE", "Please try again.");
    },
    beforeDeletion: async () => void seen.push("before the deletion"),
  });
  try {
    const person = await world.aLearner();
    const steps = accountSteps(world.as(person));
    expect((await steps.deleteMyAccount({ password: "not the password" })).code).toBe("INVALID_CREDENTIALS");
    expect(seen).toEqual([]);
    expect((await steps.deleteMyAccount({ password: PASSWORD })).code).toBe("PAYMENT_PROVIDER_UNAVAILABLE");
    expect((await steps.me()).data.me.id).toBe(person.id);
    expect((await steps.deleteMyAccount({ password: PASSWORD })).code).toBeNull();
    expect(seen).toEqual(["elsewhere, outside a transaction", "elsewhere, outside a transaction", "before the deletion"]);
  } finally {
    holdPersonalData();
  }
});

test("modules above are told of another name and another address, in the transaction that changes it", async () => {
  const names: string[] = [];
  holdPersonalData({
    section: "stamps",
    dataOf: async () => [],
    async afterChange(ctx, userId) {
      const { name, email } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
      names.push(`${name ?? "nobody"} <${email}> ${"$connect" in ctx.db ? "outside" : "inside"}`);
    },
  });
  try {
    const person = await world.aLearner({ name: "Ada", email: "ada-before@example.test" });
    const steps = accountSteps(world.as(person));
    await steps.updateProfile({ input: { timeZone: "Europe/Berlin" } });
    await steps.updateProfile({ input: { name: "Grace" } });
    await steps.requestEmailChange({ newEmail: "ada-after@example.test", password: PASSWORD });
    await steps.confirmEmailChange({ token: await mailedToken(world, "ada-after@example.test", "confirm-email-change") });
    await steps.undoEmailChange({ token: await mailedToken(world, person.email, "undo-email-change") });
    expect(names).toEqual(["Grace <ada-before@example.test> inside", "Grace <ada-after@example.test> inside", "Grace <ada-before@example.test> inside"]);
  } finally {
    holdPersonalData();
  }
});

test("every night forgets what is over: old sessions, links and refresh tokens, and nothing that is in use", async () => {
  const person = await world.aLearner();
  const browser = await loggedIn(world, person.email);
  await accountSteps(world.nobody()).requestPasswordReset({ email: person.email });
  await world.drain();
  await (await loggedIn(world, person.email)).logout();
  const counts = async () => ({
    sessions: await world.db.session.count({ where: { userId: person.id } }),
    links: await world.db.mailedToken.count({ where: { userId: person.id } }),
  });
  await cleanUp(world.context());
  expect(await counts()).toEqual({ sessions: 3, links: 1 });

  world.clock.forward(minutes(31));
  await browser.refreshSession();
  await cleanUp(world.context());
  expect(await counts()).toEqual({ sessions: 3, links: 0 });

  world.clock.forward(days(29));
  await browser.refreshSession();
  world.clock.forward(days(2));
  await cleanUp(world.context());
  expect(await counts()).toEqual({ sessions: 2, links: 0 });
  expect((await browser.refreshSession()).code).toBeNull();
});
