import { hours, seconds } from "../../platform/clock";
import { inTransaction } from "../../platform/transaction";
import { openWorld, tokenIn, type Person, type World } from "../../testing";
import { deliverEmail } from "./deliver-email";
import { CLAIM_LIFE, DELIVERY_ATTEMPTS } from "./delivery.rules";
import { forgetOldEmails, KEPT_FOR } from "./forget-old-emails";
import { emailsSentTo, forgetEmails, sendEmail } from "./index";

let world: World;
let learner: Person;
beforeAll(async () => {
  world = await openWorld();
  learner = await world.aLearner();
});
afterAll(() => world.close());

let asked = 0;

/** Asks for a mail to somebody of this test's own. */
async function ask(userId = learner.id) {
  const number = ++asked;
  world.clock.forward(seconds(1));
  const [to, key] = [`reader-${number}@etude.test`, `verify-address:${number}`];
  await sendEmail(world.context(), { to, template: "verify-address", data: { token: `secret-${number}`, validFor: hours(24) }, key, userId });
  const row = () => world.db.emailMessage.findUniqueOrThrow({ where: { key } });
  return { to, key, row, id: (await row()).id, deliver: async () => deliverEmail(world.context(), (await row()).id) };
}

const failed = { outcome: "failed", reason: "SendGrid answered 503" } as const;
const rejected = { outcome: "rejected", reason: "SendGrid answered 400" } as const;

test("a mail goes out when what asked for it is committed", async () => {
  const { to, row } = await ask();
  expect(world.mail.to(to)).toHaveLength(0);
  await world.drain();
  expect(world.mail.to(to)).toEqual([expect.objectContaining({ to, from: world.config.mail.from, category: "verify-address", messageId: (await row()).id })]);
  expect(tokenIn(world.mail.to(to)[0], "verify-email")).toMatch(/^secret-/);
  expect(await row()).toMatchObject({ status: "SENT", attempts: 1, sentAt: world.clock.now(), providerMessageId: expect.stringMatching(/^recorded-/) });
});

test("a mail is never heard of when what asked for it is rolled back", async () => {
  const doomed = inTransaction(world.context(), async (ctx) => {
    await sendEmail(ctx, { to: "nobody@etude.test", template: "account-deleted", data: { name: null }, key: "doomed" });
    throw new Error("no, after all");
  });
  await expect(doomed).rejects.toThrow("no, after all");
  await world.drain();
  expect(world.mail.to("nobody@etude.test")).toHaveLength(0);
  expect(await world.db.emailMessage.count({ where: { key: "doomed" } })).toBe(0);
});

test("the same key is one mail, however often and at how many places at once it is asked for", async () => {
  const request = { to: "once@etude.test", template: "already-registered", data: {}, key: "once" } as const;
  await Promise.all(Array.from({ length: 4 }, () => sendEmail(world.context(), request)));
  await world.drain();
  await sendEmail(world.context(), request);
  await world.drain();
  expect(world.mail.to("once@etude.test")).toHaveLength(1);
});

test("nobody can read a waiting mail's links in the database, and nothing of it stays once it is sent", async () => {
  const { row, id } = await ask();
  const { sealed } = await row();
  expect(Buffer.from(sealed ?? []).toString("latin1")).not.toMatch(/secret|token|Etude/);
  const jobs = await world.db.$queryRaw<{ payload: unknown }[]>`select payload from graphile_worker._private_jobs`;
  expect(jobs.map(({ payload }) => payload)).toContainEqual({ messageId: id });
  await world.drain();
  expect((await row()).sealed).toBeNull();
});

test("a mail that the carrier fails to take is tried again", async () => {
  const { to, row, deliver } = await ask();
  world.mail.failNext(failed);
  await expect(deliver()).rejects.toThrow("SendGrid answered 503");
  expect(await row()).toMatchObject({ status: "WAITING", attempts: 1, lastError: "SendGrid answered 503" });
  await deliver();
  expect(world.mail.to(to)).toHaveLength(1);
  expect(await row()).toMatchObject({ status: "SENT", attempts: 2, lastError: null });
});

test("the worker waits before it tries again, and the others don't wait with it", async () => {
  const unlucky = await ask();
  world.mail.failNext(failed);
  await world.drain();
  const lucky = await ask();
  await world.drain();
  expect(world.mail.to(unlucky.to)).toHaveLength(0);
  expect(world.mail.to(lucky.to)).toHaveLength(1);
  await unlucky.deliver();
});

test("after its last attempt a mail is given up, and the audit log tells", async () => {
  const { to, row, id, deliver } = await ask();
  world.mail.failNext(...Array.from({ length: DELIVERY_ATTEMPTS }, () => failed));
  for (let attempt = 1; attempt < DELIVERY_ATTEMPTS; attempt++) await expect(deliver()).rejects.toThrow();
  await deliver();
  expect(await row()).toMatchObject({ status: "FAILED", attempts: DELIVERY_ATTEMPTS, sealed: null, lastError: "SendGrid answered 503" });
  const entries = await world.db.auditEntry.findMany({ where: { action: "mail.given_up", subjectId: learner.id } });
  expect(entries).toEqual([expect.objectContaining({ category: "ERROR", severity: "WARNING", metadata: { messageId: id, template: "verify-address", reason: "SendGrid answered 503" } })]);
  await deliver();
  expect(world.mail.to(to)).toHaveLength(0);
});

test("a mail that the carrier refuses is over at once", async () => {
  const { to, row, deliver } = await ask();
  world.mail.failNext(rejected);
  await deliver();
  expect(await row()).toMatchObject({ status: "REJECTED", attempts: 1, sealed: null, lastError: "SendGrid answered 400" });
  await deliver();
  expect(world.mail.to(to)).toHaveLength(0);
});

test("a mail that was accepted is never sent again", async () => {
  const { to, deliver } = await ask();
  for (let run = 0; run < 3; run++) await deliver();
  expect(world.mail.to(to)).toHaveLength(1);
});

test("of many workers with the same mail one sends it", async () => {
  const { to, deliver } = await ask();
  await Promise.allSettled(Array.from({ length: 8 }, () => deliver()));
  expect(world.mail.to(to)).toHaveLength(1);
});

test("a mail in the hands of a worker that died is taken over, but not before that is sure", async () => {
  const { to, id, row, deliver } = await ask();
  await world.db.emailMessage.update({ where: { id }, data: { status: "SENDING", claimedAt: world.clock.now(), attempts: 1 } });
  await expect(deliver()).rejects.toThrow("in other hands");
  world.clock.forward(CLAIM_LIFE + seconds(1));
  await deliver();
  expect(world.mail.to(to)).toHaveLength(1);
  expect(await row()).toMatchObject({ status: "SENT", attempts: 2 });
});

test("a worker whose claim was taken over cannot set a sent mail back to waiting", async () => {
  const { to, id, row } = await ask();
  const slow = world.context();
  let answer = () => {};
  const carrier = { send: () => new Promise<typeof failed>((resolve) => (answer = () => resolve(failed))) };
  const late = deliverEmail({ ...slow, gateways: { ...slow.gateways, mail: carrier } }, id);
  while ((await row()).status !== "SENDING") await new Promise((resolve) => setImmediate(resolve));
  world.clock.forward(CLAIM_LIFE + seconds(1));
  await deliverEmail(world.context(), id);
  answer();
  await expect(late).rejects.toThrow("SendGrid answered 503");
  expect((await row()).status).toBe("SENT");
  expect(world.mail.to(to)).toHaveLength(1);
});

test("who leaves takes their mails along, sent or waiting", async () => {
  const leaver = await world.aLearner();
  const [sent, waiting] = [await ask(leaver.id), await ask(leaver.id)];
  await sent.deliver();
  expect(await emailsSentTo(world.context(), leaver.id)).toEqual([
    expect.objectContaining({ to: waiting.to, status: "WAITING", sentAt: null }),
    expect.objectContaining({ to: sent.to, status: "SENT", subject: "Confirm your address for Etude" }),
  ]);
  await forgetEmails(world.context(), leaver.id);
  await world.drain();
  expect(await emailsSentTo(world.context(), leaver.id)).toEqual([]);
  expect(world.mail.to(waiting.to)).toHaveLength(0);
});

test("of a farewell not even the address stays once it is sent", async () => {
  await sendEmail(world.context(), { to: "gone@etude.test", template: "account-deleted", data: { name: null }, key: "farewell" });
  await world.drain();
  expect(world.mail.to("gone@etude.test")).toHaveLength(1);
  expect(await world.db.emailMessage.findUniqueOrThrow({ where: { key: "farewell" } })).toMatchObject({ status: "SENT", to: "", userId: null });
});

test("mails that are over are forgotten after ninety days, those that wait are not", async () => {
  const [over, waiting] = [await ask(), await ask()];
  await over.deliver();
  world.clock.forward(KEPT_FOR);
  const recent = await ask();
  await recent.deliver();
  world.clock.forward(seconds(2));
  await forgetOldEmails(world.context());
  const left = await world.db.emailMessage.findMany({ where: { id: { in: [over.id, waiting.id, recent.id] } } });
  expect(left.map(({ id }) => id).sort()).toEqual([waiting.id, recent.id].sort());
});
