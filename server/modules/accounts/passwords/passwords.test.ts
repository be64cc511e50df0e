import { openWorld, PASSWORD, type World } from "../../../testing";
import { accountSteps, auditTrail, loggedIn, mailedToken, subjectsTo, watched } from "../../../testing/accounts";
import { minutes } from "../../../platform/clock";
import { requestPasswordReset } from "./request-password-reset";

const NEW = "something else entirely";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const anyone = () => accountSteps(world.nobody());
const logIn = async (email: string, password: string) => (await anyone().login({ input: { email, password } })).code;

const aResetLink = async (email: string) => {
  await anyone().requestPasswordReset({ email });
  return mailedToken(world, email, "reset-password");
};

test("a forgotten password is replaced with the link mailed for it, which ends every session and begins none", async () => {
  const { email } = await world.aLearner();
  const browser = await loggedIn(world, email);
  const token = await aResetLink(email.toUpperCase());
  const answer = await anyone().resetPassword({ token, newPassword: NEW });
  expect(answer.data).toEqual({ resetPassword: true });
  expect(answer.headers.getSetCookie()).toEqual([]);

  expect((await browser.me()).data.me).toBeNull();
  expect((await browser.refreshSession()).code).toBe("UNAUTHENTICATED");
  expect(await logIn(email, PASSWORD)).toBe("INVALID_CREDENTIALS");
  expect(await logIn(email, NEW)).toBeNull();
  expect(await subjectsTo(world, email)).toEqual(["Your password for Etude was changed", "Choose a new password for Etude"]);
});

test("known and unknown addresses get the same answer by the same statements", async () => {
  const { email } = await world.aLearner();
  const emails = [email, "nobody-at-all@example.test"];
  const answers = await Promise.all(emails.map((asked) => anyone().requestPasswordReset({ email: asked })));
  expect(answers.map(({ data, errors }) => ({ data, errors }))).toEqual(Array(2).fill({ data: { requestPasswordReset: true }, errors: [] }));
  const traces = [];
  for (const asked of emails) {
    const { ctx, operations } = watched(world.context());
    await requestPasswordReset(ctx, { email: asked });
    traces.push(operations);
  }
  expect(traces[1]).toEqual(traces[0]);
  expect(await subjectsTo(world, "nobody-at-all@example.test")).toEqual([]);
});

test("a link to choose a password works once, for thirty minutes, and for nothing else", async () => {
  const { email } = await world.aLearner();
  const late = await aResetLink(email);
  world.clock.forward(minutes(30));
  expect((await anyone().resetPassword({ token: late, newPassword: NEW })).code).toBe("TOKEN_INVALID");

  const token = await aResetLink(email);
  expect((await anyone().verifyEmail({ token })).code).toBe("TOKEN_INVALID");
  expect((await anyone().undoEmailChange({ token })).code).toBe("TOKEN_INVALID");
  expect((await anyone().resetPassword({ token, newPassword: NEW })).code).toBeNull();
  expect((await anyone().resetPassword({ token, newPassword: NEW })).code).toBe("TOKEN_INVALID");
});

test("of many uses of one link at once, one sets the password", async () => {
  const { email } = await world.aLearner();
  const token = await aResetLink(email);
  const passwords = Array.from({ length: 8 }, (_, index) => `${NEW} number ${index}`);
  const codes = await Promise.all(passwords.map(async (newPassword) => (await anyone().resetPassword({ token, newPassword })).code));
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  const winner = passwords[codes.indexOf(null)] as string;
  expect(await logIn(email, winner)).toBeNull();
});

test("a password that won't do is refused by name, and the link can be used again", async () => {
  const { email } = await world.aLearner();
  const token = await aResetLink(email);
  for (const newPassword of ["short", "password1234", email, "é".repeat(40)]) {
    expect(await anyone().resetPassword({ token, newPassword })).toMatchObject({ code: "BAD_USER_INPUT", field: "newPassword" });
  }
  expect((await anyone().resetPassword({ token, newPassword: NEW })).code).toBeNull();
});

test("a link leads to our own site, whatever Host the caller names", async () => {
  const { email } = await world.aLearner();
  await accountSteps(world.nobody()).requestPasswordReset({ email }, { host: "evil.test", "x-forwarded-host": "evil.test" });
  await world.drain();
  expect(world.mail.to(email)[0]?.text).toContain(`${world.config.webUrl}/reset-password?token=`);
  expect(JSON.stringify(world.mail.to(email))).not.toContain("evil.test");
});

test("who resets the password of an address not yet confirmed has confirmed it", async () => {
  const { email } = await world.aLearner({ verified: false });
  await anyone().resetPassword({ token: await aResetLink(email), newPassword: NEW });
  expect(await logIn(email, NEW)).toBeNull();
});

test("changing the password asks for the current one, ends the other sessions and keeps this one", async () => {
  const { email } = await world.aLearner();
  const [browser, other] = [await loggedIn(world, email), await loggedIn(world, email)];
  expect((await browser.changePassword({ currentPassword: NEW, newPassword: "yet another sentence" })).code).toBe("INVALID_CREDENTIALS");
  expect((await browser.changePassword({ currentPassword: PASSWORD, newPassword: NEW })).data).toEqual({ changePassword: true });

  expect((await browser.me()).data.me.email).toBe(email);
  expect((await browser.refreshSession()).code).toBeNull();
  expect((await other.me()).data.me).toBeNull();
  expect(await logIn(email, NEW)).toBeNull();
  expect(await subjectsTo(world, email)).toEqual(["Your password for Etude was changed"]);
});

test("a new password that won't do is refused by name and changes nothing", async () => {
  const { email } = await world.aLearner({ name: "Zephyrine Marchbanks" });
  const browser = await loggedIn(world, email);
  for (const newPassword of ["", "short", "qwertyuiop", "ZephyrineMarchbanks", "x".repeat(73), "half an emoji \uD83C here"]) {
    const answer = await browser.changePassword({ currentPassword: PASSWORD, newPassword });
    expect(answer.code).toMatch(/BAD_USER_INPUT|BAD_REQUEST/);
  }
  expect(await logIn(email, PASSWORD)).toBeNull();
});

test("links mailed before die with a new password", async () => {
  const { email } = await world.aLearner();
  const browser = await loggedIn(world, email);
  const reset = await aResetLink(email);
  await browser.requestEmailChange({ newEmail: `next-${email}`, password: PASSWORD });
  const change = await mailedToken(world, `next-${email}`, "confirm-email-change");
  await browser.changePassword({ currentPassword: PASSWORD, newPassword: NEW });
  expect((await anyone().resetPassword({ token: reset, newPassword: PASSWORD })).code).toBe("TOKEN_INVALID");
  expect((await anyone().confirmEmailChange({ token: change })).code).toBe("TOKEN_INVALID");
});

test("of two changes of a password at once, one is made", async () => {
  const { email } = await world.aLearner();
  const [one, two] = [await loggedIn(world, email), await loggedIn(world, email)];
  const answers = await Promise.all([
    one.changePassword({ currentPassword: PASSWORD, newPassword: `${NEW} one` }),
    two.changePassword({ currentPassword: PASSWORD, newPassword: `${NEW} two` }),
  ]);
  expect(answers.filter(({ code }) => code === null)).toHaveLength(1);
});

test("the audit log tells of each password asked for, reset and changed", async () => {
  const { id, email } = await world.aLearner();
  await anyone().resetPassword({ token: await aResetLink(email), newPassword: NEW });
  const browser = await loggedIn(world, email, NEW);
  world.clock.forward(1000);
  await browser.changePassword({ currentPassword: NEW, newPassword: PASSWORD });
  expect((await auditTrail(world, "auth.password", id)).sort()).toEqual(["auth.password.changed", "auth.password.reset", "auth.password.reset.requested"]);
});
