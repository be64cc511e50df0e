import { after, days, seconds } from "../../../platform/clock";
import { type Api, openWorld, type World } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";
import { forgetOldEvents } from "./forget-old-events";

type Status = "PENDING" | "PROCESSED" | "FAILED" | "IGNORED";

let world: World;
let admin: Api;
beforeEach(async () => {
  world = await openWorld();
  admin = world.as(await world.anAdmin());
});
afterEach(() => world.close());

let made = 0;
const anEvent = (status: Status, receivedAt = world.clock.now()) =>
  world.db.webhookEvent.create({ data: { stripeId: `evt_${++made}`, type: "invoice.paid", status, attempts: 2, lastError: status === "FAILED" ? "why" : null, sentAt: receivedAt, receivedAt, processedAt: status === "PROCESSED" ? receivedAt : null } });

const EVENTS = `query($first: Int, $after: String, $status: WebhookEventStatus) {
  webhookEvents(first: $first, after: $after, status: $status) {
    edges { cursor node { id stripeId type status attempts lastError receivedAt processedAt } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const events = async (variables: Record<string, unknown> = {}) => (await admin.query(EVENTS, { first: 50, ...variables })).data.webhookEvents;
const idsOn = (page: { edges: { node: { id: string } }[] }) => page.edges.map(({ node }) => node.id);

const replay = (id: string, reason = "asked for by a learner", api = admin) =>
  api.query("mutation($id: ID!, $reason: String!) { replayWebhookEvent(id: $id, reason: $reason) { id status attempts lastError processedAt } }", { id, reason });

const jobs = () => world.db.$queryRaw<{ key: string; attempts: number; max_attempts: number }[]>`select key, attempts, max_attempts from graphile_worker.jobs where task_identifier = 'billing.handle-payment-event' order by id`;

test("events are listed newest first, page by page, and can be narrowed to those that failed", async () => {
  const made = [];
  for (let index = 0; index < 5; index++) {
    made.unshift(await anEvent(index % 2 === 0 ? "PROCESSED" : "FAILED"));
    if (index !== 2) world.clock.forward(seconds(1)); // Two of them come within one instant.
  }
  const ids = [...made].sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime() || (one.id < other.id ? 1 : -1)).map(({ id }) => id);

  const first = await events({ first: 2 });
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false, endCursor: first.edges[1].cursor });
  await anEvent("PENDING"); // Comes meanwhile, and shifts nothing.
  const second = await events({ first: 2, after: first.pageInfo.endCursor });
  const third = await events({ first: 2, after: second.pageInfo.endCursor });
  expect([first, second, third].flatMap(idsOn)).toEqual(ids);
  expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });

  const failed = await events({ status: "FAILED" });
  expect(failed.edges.map(({ node }: { node: { status: string } }) => node.status)).toEqual(["FAILED", "FAILED"]);
  expect(failed.edges[0].node).toMatchObject({ type: "invoice.paid", attempts: 2, lastError: "why", processedAt: null });
});

test.each([{ first: 0 }, { first: 101 }, { after: "no cursor" }])("a page that can't be asked for is refused by name: %j", async (variables) => {
  expect(await admin.query(EVENTS, { first: 50, ...variables })).toMatchObject({ code: "BAD_USER_INPUT", field: Object.keys(variables)[0] });
});

test("only administrators see and replay events", async () => {
  const { id } = await anEvent("FAILED");
  const learner = world.as(await world.aLearner());
  for (const [api, code] of [[learner, "FORBIDDEN"], [world.nobody(), "UNAUTHENTICATED"]] as const) {
    expect((await api.query(EVENTS)).code).toBe(code);
    expect((await replay(id, "because", api)).code).toBe(code);
  }
  expect(await jobs()).toEqual([]);
});

test.each(["FAILED", "PROCESSED", "IGNORED"] as const)("an event that is %s can be replayed: it waits again, is asked for once, and the audit log knows why", async (status) => {
  const { id, stripeId } = await anEvent(status);
  const { data } = await replay(id, "  its customer was repaired  ");
  expect(data.replayWebhookEvent).toEqual({ id, status: "PENDING", attempts: 2, lastError: status === "FAILED" ? "why" : null, processedAt: null });
  expect(await jobs()).toMatchObject([{ key: `event:${id}`, attempts: 0 }]);
  expect(await auditTrail(world, "billing.event.replayed")).toEqual(["billing.event.replayed its customer was repaired"]);
  const entry = await world.db.auditEntry.findFirst({ where: { action: "billing.event.replayed" } });
  expect(entry).toMatchObject({ category: "BUSINESS", metadata: { eventId: stripeId, type: "invoice.paid" } });
  expect(entry?.actorId).not.toBeNull();
});

test("replaying an event that waits already, however often, leaves one job", async () => {
  const { id } = await anEvent("PENDING");
  const codes = await Promise.all(Array.from({ length: 5 }, async () => (await replay(id)).code));
  expect(codes).toEqual(Array.from({ length: 5 }, () => null));
  expect(await jobs()).toHaveLength(1);
});

test("an event whose job had used up its tries gets all of them again", async () => {
  const { id } = await anEvent("FAILED");
  await replay(id);
  await world.db.$executeRaw`update graphile_worker._private_jobs set attempts = max_attempts`;
  await replay(id);
  expect((await jobs()).filter(({ key }) => key === `event:${id}`)).toMatchObject([{ attempts: 0 }]);
});

test("a replay asks for a reason, and for an event that is there", async () => {
  const { id } = await anEvent("FAILED");
  for (const reason of ["", "  a ", "x".repeat(501)]) expect(await replay(id, reason)).toMatchObject({ code: "BAD_USER_INPUT", field: "reason" });
  for (const unknown of ["not-an-id", "00000000-0000-7000-8000-000000000000"]) expect((await replay(unknown)).code).toBe("NOT_FOUND");
  expect(await auditTrail(world, "billing.event.replayed")).toEqual([]);
  expect((await events({ status: "FAILED" })).edges).toHaveLength(1);
});

test("old events are forgotten: ignored ones after 30 days, those that had their effect after 90; what waits or failed stays", async () => {
  const now = world.clock.now();
  for (const status of ["IGNORED", "PROCESSED", "FAILED", "PENDING"] as const) for (const age of [29, 31, 89, 91]) await anEvent(status, after(now, -days(age)));
  await forgetOldEvents(world.context());
  const left = await world.db.webhookEvent.groupBy({ by: ["status"], _count: true, orderBy: { status: "asc" } });
  expect(left.map(({ status, _count }) => [status, _count])).toEqual([["PENDING", 4], ["PROCESSED", 3], ["FAILED", 4], ["IGNORED", 1]]);
});

test("many thousands of old events are forgotten in one night", async () => {
  const data = { type: "charge.updated", status: "IGNORED" as const, sentAt: world.clock.now(), receivedAt: after(world.clock.now(), -days(40)) };
  await world.db.webhookEvent.createMany({ data: Array.from({ length: 11_000 }, (_, index) => ({ ...data, stripeId: `evt_old_${index}` })) });
  await forgetOldEvents(world.context());
  expect(await world.db.webhookEvent.count()).toBe(0);
});

test("payment pages that ended more than ninety days ago are forgotten, those that can be paid on are not", async () => {
  const [one, other, third] = [await world.aLearner(), await world.aLearner(), await world.aLearner()];
  const page = (userId: string, status: "OPEN" | "COMPLETE" | "EXPIRED" | "FAILED", age: number) => ({ userId, status, priceId: "price", createdAt: after(world.clock.now(), -days(age)), expiresAt: world.clock.now() });
  await world.db.checkoutAttempt.createMany({ data: [page(one.id, "COMPLETE", 91), page(one.id, "EXPIRED", 91), page(one.id, "FAILED", 91), page(other.id, "OPEN", 91), page(third.id, "COMPLETE", 89)] });
  await forgetOldEvents(world.context());
  expect((await world.db.checkoutAttempt.findMany({ select: { userId: true }, orderBy: { createdAt: "asc" } })).map(({ userId }) => userId)).toEqual([other.id, third.id]);
});
