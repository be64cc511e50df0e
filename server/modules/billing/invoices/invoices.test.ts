import { after, minutes } from "../../../platform/clock";
import { openWorld, type Person, type World } from "../../../testing";
import { watched } from "../../../testing/accounts";
import { subscriptionOf } from "../subscriptions/subscriptions.store";
import { pageOfInvoices } from "./page-of-invoices";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const PAGE = "query($first: Int!, $after: String) { me { invoices(first: $first, after: $after) { edges { cursor node { number status amountDue } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }";
const page = async (person: Person, first: number, after?: string | null) => world.as(person).query(PAGE, { first, after });

let made = 0;

/** As many invoices, two in each instant, and a draft. */
async function hasInvoices(person: Person, count: number): Promise<void> {
  const customerId = `cus_${++made}`;
  const at = world.clock.now();
  await world.db.billingCustomer.create({ data: { stripeId: customerId, userId: person.id, livemode: false, createdAt: at } });
  const one = { customerId, userId: person.id, currency: "eur", total: 1200, amountDue: 1200, amountPaid: 1200, amountRemaining: 0, periodStart: at, periodEnd: at };
  const all = Array.from({ length: count }, (_, index) => ({ ...one, stripeId: `in_${made}_${index}`, number: `ETUDE-${index}`, status: "paid", createdAt: after(at, minutes(Math.floor(index / 2))) }));
  await world.db.invoice.createMany({ data: [...all, { ...one, stripeId: `in_${made}_draft`, number: "DRAFT", status: "draft", createdAt: after(at, minutes(count)) }] });
}

test("page after page shows every invoice once, the newest first, and no draft", async () => {
  const person = await world.aLearner();
  await hasInvoices(person, 7);
  const seen: string[] = [];
  let cursor: string | null = null;
  for (const expected of [3, 3, 1]) {
    const { data } = await page(person, 3, cursor);
    const { edges, pageInfo } = data.me.invoices as { edges: { cursor: string; node: { number: string } }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string } };
    expect(edges).toHaveLength(expected);
    expect(pageInfo).toEqual({ hasNextPage: expected === 3, hasPreviousPage: cursor !== null, startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor });
    seen.push(...edges.map(({ node }) => node.number));
    cursor = pageInfo.endCursor;
  }
  expect([...seen].sort()).toEqual(Array.from({ length: 7 }, (_, index) => `ETUDE-${index}`));
  expect(seen[0]).toBe("ETUDE-6");
  expect((await page(person, 3, cursor)).data.me.invoices.edges).toEqual([]);
});

test("how many and behind which are refused by name when they can't be", async () => {
  const person = await world.aLearner();
  for (const first of [0, -1, 101]) expect(await page(person, first)).toMatchObject({ code: "BAD_USER_INPUT", field: "first" });
  for (const bad of ["", "nonsense", Buffer.from("2026 x").toString("base64url")]) expect(await page(person, 20, bad)).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
});

test("everybody sees their own invoices only, also with another's cursor", async () => {
  const [ada, grace] = [await world.aLearner(), await world.aLearner()];
  await hasInvoices(ada, 3);
  const { data } = await page(ada, 1);
  expect((await page(grace, 20)).data.me.invoices.edges).toEqual([]);
  expect((await page(grace, 20, data.me.invoices.pageInfo.endCursor)).data.me.invoices.edges).toEqual([]);
});

test("the invoices and subscriptions of fifty people on one page cost two statements", async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => world.aLearner()));
  for (const person of people.slice(0, 5)) await hasInvoices(person, 4);
  const { ctx, operations } = watched(world.context());
  const pages = await Promise.all(people.map(({ id }) => pageOfInvoices(ctx, id, { first: 3 })));
  await Promise.all(people.map(({ id }) => subscriptionOf(ctx).load(id)));
  expect(operations).toHaveLength(2);
  expect(pages.map(({ edges }) => edges.length)).toEqual([...Array(5).fill(3), ...Array(45).fill(0)]);
});
