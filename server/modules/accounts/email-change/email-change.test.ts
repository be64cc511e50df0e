import { openWorld, PASSWORD, type World } from "../../../testing";
import { accountSteps, auditTrail, loggedIn, mailedToken, subjectsTo, watched } from "../../../testing/accounts";
import { days, hours } from "../../../platform/clock";
import { requestEmailChange } from "./request-email-change";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const anyone = () => accountSteps(world.nobody());
const logIn = async (email: string, password = PASSWORD) => (await anyone().login({ input: { email, password } })).code;

let made = 0;
const aFreeAddress = () => `free-${++made}@example.test`;

/** Somebody logged in who has asked for another address. */
async function somebodyMoving(newEmail = aFreeAddress()) {
  const { email, id } = await world.aLearner();
  const browser = await loggedIn(world, email);
  const asked = await browser.requestEmailChange({ newEmail, password: PASSWORD });
  return { ...browser, id, oldEmail: email, newEmail, asked };
}

const confirmationFor = (email: string) => mailedToken(world, email, "confirm-email-change");
const undoFor = (email: string) => mailedToken(world, email, "undo-email-change");

test("an address changes once the new one confirms; until then it shows as pending and nothing else is different", async () => {
  const person = await somebodyMoving();
  expect(person.asked.data).toEqual({ requestEmailChange: true });
  expect((await person.me()).data.me).toMatchObject({ email: person.oldEmail, pendingEmail: person.newEmail });
  expect(await logIn(person.newEmail)).toBe("INVALID_CREDENTIALS");

  expect((await anyone().confirmEmailChange({ token: await confirmationFor(person.newEmail) })).data).toEqual({ confirmEmailChange: true });
  expect((await person.me()).data.me).toMatchObject({ id: person.id, email: person.newEmail, pendingEmail: null, emailVerified: true });
  expect(await logIn(person.newEmail)).toBeNull();
  expect(await logIn(person.oldEmail)).toBe("INVALID_CREDENTIALS");
});

test("the old address is told at once, and its link takes it all back within seven days of the change", async () => {
  const person = await somebodyMoving();
  const undo = await undoFor(person.oldEmail);
  await anyone().confirmEmailChange({ token: await confirmationFor(person.newEmail) });
  world.clock.forward(days(7));

  const stays = await loggedIn(world, person.newEmail);
  expect((await anyone().undoEmailChange({ token: undo })).data).toEqual({ undoEmailChange: true });
  expect((await stays.me()).data.me).toBeNull();
  expect((await stays.refreshSession()).code).toBe("UNAUTHENTICATED");
  expect(await logIn(person.newEmail)).toBe("INVALID_CREDENTIALS");
  expect(await logIn(person.oldEmail)).toBeNull();
  expect((await subjectsTo(world, person.oldEmail))[0]).toBe("Choose a new password for Etude");
  expect((await anyone().undoEmailChange({ token: undo })).code).toBe("TOKEN_INVALID");
});

test("undoing before the new address confirms stops the change", async () => {
  const person = await somebodyMoving();
  const [undo, confirmation] = [await undoFor(person.oldEmail), await confirmationFor(person.newEmail)];
  await anyone().undoEmailChange({ token: undo });
  expect((await anyone().confirmEmailChange({ token: confirmation })).code).toBe("TOKEN_INVALID");
  expect(await logIn(person.oldEmail)).toBeNull();
});

test("after several changes the oldest address wins, and no later link can take it back", async () => {
  const person = await somebodyMoving();
  const firstUndo = await undoFor(person.oldEmail);
  await anyone().confirmEmailChange({ token: await confirmationFor(person.newEmail) });
  world.clock.forward(hours(1));
  const again = await loggedIn(world, person.newEmail);
  const third = aFreeAddress();
  await again.requestEmailChange({ newEmail: third, password: PASSWORD });
  const laterUndo = await undoFor(person.newEmail);
  await anyone().confirmEmailChange({ token: await confirmationFor(third) });

  expect((await anyone().undoEmailChange({ token: firstUndo })).code).toBeNull();
  expect((await anyone().undoEmailChange({ token: laterUndo })).code).toBe("TOKEN_INVALID");
  expect(await logIn(person.oldEmail)).toBeNull();
});

test("the way back survives a new password, for a thief would set one", async () => {
  const person = await somebodyMoving();
  const undo = await undoFor(person.oldEmail);
  await anyone().confirmEmailChange({ token: await confirmationFor(person.newEmail) });
  await person.changePassword({ currentPassword: PASSWORD, newPassword: "chosen by the thief" });
  expect((await anyone().undoEmailChange({ token: undo })).code).toBeNull();
  await anyone().resetPassword({ token: await mailedToken(world, person.oldEmail, "reset-password"), newPassword: "chosen by the owner" });
  expect(await logIn(person.oldEmail, "chosen by the owner")).toBeNull();
});

test("registering the old address meanwhile does not keep its owner from coming back", async () => {
  const person = await somebodyMoving();
  const undo = await undoFor(person.oldEmail);
  await anyone().confirmEmailChange({ token: await confirmationFor(person.newEmail) });
  await anyone().register({ input: { email: person.oldEmail, password: "chosen by the thief" } });
  expect((await anyone().undoEmailChange({ token: undo })).code).toBeNull();
  expect((await loggedIn(world, person.oldEmail)).userId).toBe(person.id);
});

test("a taken address answers as a free one does, by the same statements; its owner is told, and nobody can confirm", async () => {
  const { email: taken } = await world.aLearner();
  const person = await somebodyMoving(taken);
  expect(person.asked.data).toEqual({ requestEmailChange: true });
  expect((await person.me()).data.me.pendingEmail).toBe(taken);
  expect(await subjectsTo(world, taken)).toEqual(["You already have an account at Etude"]);

  const traces = [];
  for (const newEmail of [taken, aFreeAddress()]) {
    const mover = await world.aLearner();
    const { ctx, operations } = watched({ ...world.context(), viewer: { userId: mover.id, sessionId: mover.sessionId, role: "LEARNER" } });
    await requestEmailChange(ctx, { newEmail, password: PASSWORD });
    traces.push(operations);
  }
  expect(traces[1]).toEqual(traces[0]);
});

test("an address that was taken meanwhile is a conflict, and the change is not made", async () => {
  const person = await somebodyMoving();
  await world.aLearner({ email: person.newEmail });
  expect((await anyone().confirmEmailChange({ token: await confirmationFor(person.newEmail) })).code).toBe("CONFLICT");
  expect((await person.me()).data.me.email).toBe(person.oldEmail);
});

test("an account that only claims the address, never confirmed, makes way for who can confirm it", async () => {
  const claimed = aFreeAddress();
  await anyone().register({ input: { email: claimed, password: "chosen by a stranger" } });
  const person = await somebodyMoving(claimed);
  expect((await anyone().confirmEmailChange({ token: await confirmationFor(claimed) })).code).toBeNull();
  expect((await loggedIn(world, claimed)).userId).toBe(person.id);
});

test("of two people who move to one address at once, one gets it", async () => {
  const wanted = aFreeAddress();
  const one = await somebodyMoving(wanted);
  const tokenOne = await confirmationFor(wanted);
  const two = await somebodyMoving(wanted);
  const tokenTwo = await confirmationFor(wanted);
  const codes = await Promise.all([tokenOne, tokenTwo].map(async (token) => (await anyone().confirmEmailChange({ token })).code));
  expect([...codes].sort()).toEqual(["CONFLICT", null]);
  const emails = [(await one.me()).data.me.email, (await two.me()).data.me.email];
  expect(emails.filter((email) => email === wanted)).toHaveLength(1);
});

test("asking again replaces the earlier request, and a confirmation runs out after 24 hours", async () => {
  const person = await somebodyMoving();
  const first = await confirmationFor(person.newEmail);
  const second = aFreeAddress();
  await person.requestEmailChange({ newEmail: second, password: PASSWORD });
  expect((await anyone().confirmEmailChange({ token: first })).code).toBe("TOKEN_INVALID");
  const late = await confirmationFor(second);
  world.clock.forward(hours(24));
  expect((await anyone().confirmEmailChange({ token: late })).code).toBe("TOKEN_INVALID");
});

test("a confirmation makes links worthless that were mailed to the old address to choose a password", async () => {
  const person = await somebodyMoving();
  await anyone().requestPasswordReset({ email: person.oldEmail });
  const reset = await mailedToken(world, person.oldEmail, "reset-password");
  await anyone().confirmEmailChange({ token: await confirmationFor(person.newEmail) });
  expect((await anyone().resetPassword({ token: reset, newPassword: "something else entirely" })).code).toBe("TOKEN_INVALID");
});

test("a change asks for the password, and refuses by name what is no other address", async () => {
  const { email } = await world.aLearner();
  const browser = await loggedIn(world, email);
  expect((await browser.requestEmailChange({ newEmail: aFreeAddress(), password: "not the password" })).code).toBe("INVALID_CREDENTIALS");
  for (const newEmail of ["", "no address", `a@b.test\r\nBcc: c@d.test`, email.toUpperCase()]) {
    expect(await browser.requestEmailChange({ newEmail, password: PASSWORD })).toMatchObject({ code: "BAD_USER_INPUT", field: "newEmail" });
  }
});

test("the audit log tells of a change that was asked for, confirmed and undone", async () => {
  const person = await somebodyMoving();
  const undo = await undoFor(person.oldEmail);
  const confirmation = await confirmationFor(person.newEmail);
  world.clock.forward(1000);
  await anyone().confirmEmailChange({ token: confirmation });
  world.clock.forward(1000);
  await anyone().undoEmailChange({ token: undo });
  expect(await auditTrail(world, "account.email", person.id)).toEqual(["account.email.change_requested", "account.email.confirmed", "account.email.undone"]);
});

test("an account that goes while another address is asked for ends in a refusal, and not in a bug", async () => {
  for (let time = 0; time < 5; time++) {
    const { email } = await world.aLearner();
    const browser = await loggedIn(world, email);
    const asking = Array.from({ length: 3 }, () => browser.requestEmailChange({ newEmail: aFreeAddress(), password: PASSWORD }));
    expect((await browser.deleteMyAccount({ password: PASSWORD })).code).toBeNull();
    for (const { code } of await Promise.all(asking)) expect([null, "INVALID_CREDENTIALS", "UNAUTHENTICATED"]).toContain(code);
  }
});
