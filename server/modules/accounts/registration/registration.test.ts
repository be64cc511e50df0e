import { openWorld, PASSWORD, type World } from "../../../testing";
import { accountSteps, auditTrail, loggedIn, mailedToken, subjectsTo, watched } from "../../../testing/accounts";
import { tokenIn } from "../../../testing/recorded-mail";
import { days, hours } from "../../../platform/clock";
import { cleanUp } from "../clean-up";
import { register } from "./register";
import { resendVerification } from "./resend-verification";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

let made = 0;
const anAddress = () => `somebody-${++made}@example.test`;
const anyone = () => accountSteps(world.nobody());
const registration = (email: string, more = {}) => ({ input: { email, password: PASSWORD, ...more } });

test("somebody registers, confirms the address from the mail, and is logged in", async () => {
  const email = anAddress();
  const answer = await anyone().register(registration(email, { name: " Ada ", newsletterOptIn: true }));
  expect(answer.errors).toEqual([]);

  const browser = world.browser();
  const steps = accountSteps(browser);
  const { data } = await steps.verifyEmail({ token: await mailedToken(world, email, "verify-email") });
  expect(data.verifyEmail.user).toMatchObject({ email, emailVerified: true });
  expect((await steps.me()).data.me).toMatchObject({ email, name: "Ada", newsletterOptIn: true, emailVerified: true, role: "LEARNER", timeZone: "UTC" });
});

test("an address that is not confirmed can't log in, and the right password is told so", async () => {
  const email = anAddress();
  await anyone().register(registration(email));
  expect((await anyone().login({ input: { email, password: PASSWORD } })).code).toBe("EMAIL_NOT_VERIFIED");
  expect((await anyone().login({ input: { email, password: "not the password" } })).code).toBe("INVALID_CREDENTIALS");
});

test("a link confirms once, for 24 hours, and nothing else", async () => {
  const [first, second] = [anAddress(), anAddress()];
  await anyone().register(registration(first));
  const token = await mailedToken(world, first, "verify-email");
  expect((await anyone().resetPassword({ token, newPassword: PASSWORD })).code).toBe("TOKEN_INVALID");
  expect((await anyone().confirmEmailChange({ token })).code).toBe("TOKEN_INVALID");
  expect((await anyone().undoEmailChange({ token })).code).toBe("TOKEN_INVALID");
  expect((await anyone().verifyEmail({ token })).code).toBeNull();
  expect((await anyone().verifyEmail({ token })).code).toBe("TOKEN_INVALID");

  await anyone().register(registration(second));
  const late = await mailedToken(world, second, "verify-email");
  world.clock.forward(hours(24));
  expect((await anyone().verifyEmail({ token: late })).code).toBe("TOKEN_INVALID");
  expect(await auditTrail(world, "auth.token.invalid")).toHaveLength(5);
});

test("of many links of one address used at once, one confirms, and none waits for another in vain", async () => {
  const email = anAddress();
  for (let time = 0; time < 8; time++) await anyone().register(registration(email));
  await world.drain();
  const tokens = world.mail.to(email).map((mail) => tokenIn(mail, "verify-email"));
  expect(new Set(tokens).size).toBe(8);
  const codes = await Promise.all(tokens.map(async (token) => (await anyone().verifyEmail({ token })).code));
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(codes.filter((code) => code === "TOKEN_INVALID")).toHaveLength(7);
});

test("of many uses of one link at once, one confirms", async () => {
  const email = anAddress();
  await anyone().register(registration(email));
  const token = await mailedToken(world, email, "verify-email");
  const codes = await Promise.all(Array.from({ length: 8 }, async () => (await anyone().verifyEmail({ token })).code));
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(codes.filter((code) => code === "TOKEN_INVALID")).toHaveLength(7);
});

test("fifty registrations of one address at once make one account", async () => {
  const email = anAddress();
  const spellings = [email, email.toUpperCase(), `  ${email} `];
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => anyone().register(registration(spellings[at % 3] as string))));
  expect(answers.map(({ code }) => code)).toEqual(Array(50).fill(null));
  expect(await world.db.user.count({ where: { emailKey: email } })).toBe(1);

  await anyone().verifyEmail({ token: await mailedToken(world, email, "verify-email") });
  expect((await anyone().login({ input: { email, password: PASSWORD } })).code).toBeNull();
});

test("new, unconfirmed and taken addresses get the same answer by the same statements", async () => {
  const { email: taken } = await world.aLearner();
  const unconfirmed = anAddress();
  await anyone().register(registration(unconfirmed));
  const emails = [anAddress(), unconfirmed, taken];

  const answers = await Promise.all(emails.map((email) => anyone().register(registration(email))));
  expect(new Set(answers.map(({ data, errors, status }) => JSON.stringify({ data, errors, status }))).size).toBe(1);

  const traces = [];
  for (const email of emails) {
    const { ctx, operations } = watched(world.context());
    await register(ctx, { email: email === emails[0] ? anAddress() : email, password: PASSWORD, newsletterOptIn: false });
    traces.push(operations);
  }
  expect(traces[0]).toContain("raw.$executeRaw");
  expect(traces[1]).toEqual(traces[0]);
  expect(traces[2]).toEqual(traces[0]);
});

test("registering an address that has an account tells its owner by mail and changes nothing", async () => {
  const { email, id } = await world.aLearner({ name: "Ada" });
  await anyone().register(registration(email, { password: "a stranger's own words", name: "Mallory" }));
  expect(await subjectsTo(world, email)).toEqual(["You already have an account at Etude"]);
  expect((await anyone().login({ input: { email, password: "a stranger's own words" } })).code).toBe("INVALID_CREDENTIALS");
  expect((await loggedIn(world, email)).userId).toBe(id);
  expect(await world.db.registration.count({ where: { userId: id } })).toBe(0);
});

test("each registration's password counts only with the link mailed for it", async () => {
  const email = anAddress();
  await anyone().register(registration(email, { password: "a stranger's own words" }));
  const strangersLink = await mailedToken(world, email, "verify-email");
  await anyone().register(registration(email, { name: "The owner" }));
  await anyone().verifyEmail({ token: await mailedToken(world, email, "verify-email") });

  expect((await anyone().login({ input: { email, password: "a stranger's own words" } })).code).toBe("INVALID_CREDENTIALS");
  const owner = await loggedIn(world, email);
  expect((await owner.me()).data.me.name).toBe("The owner");
  expect((await anyone().verifyEmail({ token: strangersLink })).code).toBe("TOKEN_INVALID");
});

test("a link is sent again on request", async () => {
  const email = anAddress();
  await anyone().register(registration(email));
  await mailedToken(world, email, "verify-email");
  world.clock.forward(hours(30));
  expect((await anyone().resendVerification({ email: email.toUpperCase() })).data).toEqual({ resendVerification: true });
  await anyone().verifyEmail({ token: await mailedToken(world, email, "verify-email") });
  expect((await anyone().login({ input: { email, password: PASSWORD } })).code).toBeNull();
});

test("where several people registered an address, its owner gets to choose the password", async () => {
  const email = anAddress();
  await anyone().register(registration(email, { password: "a stranger's own words" }));
  await anyone().register(registration(email));
  await anyone().resendVerification({ email });
  const token = await mailedToken(world, email, "reset-password");
  await anyone().resetPassword({ token, newPassword: "chosen by the owner" });
  expect((await anyone().login({ input: { email, password: "a stranger's own words" } })).code).toBe("INVALID_CREDENTIALS");
  expect((await anyone().login({ input: { email, password: "chosen by the owner" } })).code).toBeNull();
});

test("asking for a link again runs the same statements for every address, and mails only where there is something to confirm", async () => {
  const { email: confirmed } = await world.aLearner();
  const unconfirmed = anAddress();
  await anyone().register(registration(unconfirmed));
  await world.drain();
  const before = world.mail.all().length;

  const traces = [];
  for (const email of [anAddress(), confirmed, unconfirmed]) {
    const { ctx, operations } = watched(world.context());
    await resendVerification(ctx, { email });
    traces.push(operations);
  }
  expect(traces[1]).toEqual(traces[0]);
  expect(traces[2]).toEqual(traces[0]);
  await world.drain();
  expect(world.mail.all().slice(before).map(({ to }) => to)).toEqual([unconfirmed]);
});

test("a suspended account can confirm its address but gets no session", async () => {
  const email = anAddress();
  await anyone().register(registration(email));
  const token = await mailedToken(world, email, "verify-email");
  await world.db.user.update({ where: { emailKey: email }, data: { suspendedAt: world.clock.now() } });
  const answer = await anyone().verifyEmail({ token });
  expect(answer.code).toBe("ACCOUNT_SUSPENDED");
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test("nothing that was mailed can be read in the database", async () => {
  const email = anAddress();
  await anyone().register(registration(email));
  const token = await mailedToken(world, email, "verify-email");
  const [row] = await world.db.mailedToken.findMany({ where: { user: { emailKey: email } } });
  expect(JSON.stringify(row)).not.toContain(token);
});

test("an account that nobody confirms within thirty days is forgotten, and its address is free", async () => {
  const email = anAddress();
  await anyone().register(registration(email));
  world.clock.forward(days(29));
  await cleanUp(world.context());
  expect(await world.db.user.count({ where: { emailKey: email } })).toBe(1);
  world.clock.forward(days(2));
  await cleanUp(world.context());
  expect(await world.db.user.count({ where: { emailKey: email } })).toBe(0);
});
