import { seconds } from "../../../platform/clock";
import { type Api, openWorld, type Person, type World } from "../../../testing";
import { auditTrail } from "../../../testing/accounts";

let world: World;
let admin: Api;
let person: Person;
beforeEach(async () => {
  world = await openWorld();
  admin = world.as(await world.anAdmin());
  person = await world.aLearner();
});
afterEach(() => world.close());

let made = 0;
const anIncident = async (more: { resolvedAt?: Date } = {}) => {
  const { key } = await world.db.billingIncident.create({ data: { key: `fraud-warning:${++made}`, kind: "fraud-warning", customerId: "cus_1", userId: person.id, detail: "A bank warns.", createdAt: world.clock.now(), ...more } });
  return key;
};

const INCIDENTS = `query($first: Int, $after: String, $open: Boolean) {
  billingIncidents(first: $first, after: $after, open: $open) {
    edges { node { key kind customerId userId detail createdAt resolvedAt } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const incidents = async (variables: Record<string, unknown> = {}, api = admin) => api.query(INCIDENTS, { first: 50, ...variables });
const keysOn = ({ data }: Awaited<ReturnType<typeof incidents>>) => data.billingIncidents.edges.map(({ node }: { node: { key: string } }) => node.key) as string[];

const resolve = (key: string, reason = "  written to the person  ", api = admin) =>
  api.query("mutation($key: ID!, $reason: String!) { resolveBillingIncident(key: $key, reason: $reason) { key resolvedAt } }", { key, reason });

test("incidents are listed newest first, page by page, and can be narrowed to those that are open", async () => {
  const keys: string[] = [];
  for (let index = 0; index < 5; index++) {
    keys.unshift(await anIncident(index === 1 ? { resolvedAt: world.clock.now() } : {}));
    world.clock.forward(seconds(1));
  }
  const first = await incidents({ first: 3 });
  expect(first.data.billingIncidents.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const second = await incidents({ first: 3, after: first.data.billingIncidents.pageInfo.endCursor });
  expect([...keysOn(first), ...keysOn(second)]).toEqual(keys);
  expect(second.data.billingIncidents.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(keysOn(await incidents({ open: true }))).toEqual(keys.filter((_, index) => index !== 3));
  expect(keysOn(await incidents({ open: false }))).toEqual([keys[3]]);
  expect(first.data.billingIncidents.edges[0].node).toMatchObject({ kind: "fraud-warning", customerId: "cus_1", userId: person.id, detail: "A bank warns.", resolvedAt: null });
  expect(await incidents({ first: 101 })).toMatchObject({ code: "BAD_USER_INPUT", field: "first" });
});

test("an incident is closed once, with what was done about it in the audit log", async () => {
  const key = await anIncident();
  const { data } = await resolve(key);
  expect(data.resolveBillingIncident).toEqual({ key, resolvedAt: world.clock.now().toISOString() });
  world.clock.forward(seconds(5));
  expect((await resolve(key, "and once more")).data).toEqual(data);
  expect(keysOn(await incidents({ open: true }))).toEqual([]);
  const entries = await world.db.auditEntry.findMany({ where: { action: "billing.incident.resolved" } });
  expect(entries.map(({ subjectId, metadata }) => ({ subjectId, metadata }))).toEqual([{ subjectId: person.id, metadata: { key, kind: "fraud-warning", reason: "written to the person" } }]);
});

test("what can't be closed is refused: nothing is under that key, or nothing is said", async () => {
  expect((await resolve("fraud-warning:nowhere")).code).toBe("NOT_FOUND");
  expect(await resolve(await anIncident(), " no ")).toMatchObject({ code: "BAD_USER_INPUT", field: "reason" });
  expect(await auditTrail(world, "billing.incident.resolved")).toEqual([]);
});

test("only administrators see and close incidents", async () => {
  const key = await anIncident();
  for (const [api, code] of [[world.as(person), "FORBIDDEN"], [world.nobody(), "UNAUTHENTICATED"]] as const) {
    expect((await incidents({}, api)).code).toBe(code);
    expect((await resolve(key, "because", api)).code).toBe(code);
  }
  expect(keysOn(await incidents({ open: true }))).toEqual([key]);
});
