import { noSuchThing, refusedBecause } from "../../../../sandbox/testing";
import { PASSWORD, type Person } from "../../../testing";
import { accountSteps } from "../../../testing/accounts";
import { openShop, type Shop } from "../../../testing/billing";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterEach(() => shop.sandbox.interpose(() => null));
afterAll(() => shop.close());

const aMember = async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const { stripeId: customerId } = await shop.customerOf(person);
  return { person, customerId };
};
const leave = (person: Person) => accountSteps(shop.as(person)).deleteMyAccount({ password: PASSWORD });
const isThere = async ({ id }: Person) => (await shop.world.db.user.count({ where: { id } })) === 1;
const isOpen = async (key: string) => (await shop.world.db.billingIncident.count({ where: { key, resolvedAt: null } })) === 1;
const aPerson = { code: "PAYMENT_PROVIDER_UNAVAILABLE" };

test("while Stripe keeps the subscription alive nothing is deleted, however it refuses to end it", async () => {
  const { person, customerId } = await aMember();
  shop.sandbox.interpose(({ method }) => (method === "DELETE" ? refusedBecause("The subscription is managed by the subscription schedule `sub_sched_1`, and can't be canceled directly.") : null));
  expect(await leave(person)).toMatchObject(aPerson);
  expect(await isThere(person)).toBe(true);
  shop.sandbox.interpose(({ method }) => (method === "DELETE" ? noSuchThing("No such subscription") : null));
  expect(await leave(person)).toMatchObject(aPerson);
  expect(await isThere(person)).toBe(true);
  shop.sandbox.interpose(() => null);
  expect((await leave(person)).code).toBeNull();
  expect((await shop.stripe.subscriptions.list({ customer: customerId, status: "all" })).data.map(({ status }) => status)).toEqual(["canceled"]);
});

/** As a key of another account would have it, for one customer or for all. */
const knowsNot = (customerId: string) => shop.sandbox.interpose(({ path }) => (path.startsWith(`/v1/customers/${customerId}`) ? noSuchThing(`No such customer: '${customerId}'`) : null));

const PORTAL = "mutation { createCustomerPortalSession { url } }";
const ACTS: [string, (person: Person) => Promise<{ code: string | null }>][] = [
  ["buys", (person) => shop.asksFor(person)],
  ["cancels", (person) => shop.as(person).query("mutation { cancelSubscription { id } }")],
  ["comes back", (person) => shop.as(person).query("mutation { refreshSubscription { id } }")],
];

test.each(ACTS)("a customer that Stripe does not know is told as the provider's trouble to who %s, and once to people", async (_, act) => {
  const { person, customerId } = await aMember();
  knowsNot(customerId);
  expect(await act(person)).toMatchObject(aPerson);
  expect(await act(person)).toMatchObject(aPerson);
  expect(await shop.world.db.billingIncident.findMany({ where: { customerId } })).toMatchObject([{ key: `unknown-customer:${customerId}`, kind: "unknown-customer", userId: person.id, resolvedAt: null }]);
  expect((await shop.as(person).query("{ me { plan } }")).data.me.plan).toBe("PREMIUM");
});

test("the portal of a customer that Stripe does not know, has deleted, or is at work on, is refused and not a mistake of ours", async () => {
  const { person, customerId } = await aMember();
  const portal = async () => (await shop.as(person).query(PORTAL)).code;
  shop.sandbox.interpose(({ path }) => (path.startsWith("/v1/billing_portal") ? noSuchThing("No such customer") : null));
  expect(await portal()).toBe("CONFLICT");
  shop.sandbox.interpose(({ path }) => (path.startsWith("/v1/billing_portal") || path.startsWith(`/v1/customers/${customerId}`) ? noSuchThing("No such customer") : null));
  expect(await portal()).toBe("PAYMENT_PROVIDER_UNAVAILABLE");
  shop.sandbox.interpose(() => null);
  await shop.stripe.customers.del(customerId);
  expect(await portal()).toBe("NO_SUBSCRIPTION");
  await shop.deliver();
});

test("somebody whom our own account at Stripe does not know can leave: nothing there can charge them, and people are told", async () => {
  const { person, customerId } = await aMember();
  knowsNot(customerId);
  expect((await leave(person)).code).toBeNull();
  expect(await isThere(person)).toBe(false);
  expect(await isOpen(`unknown-customer:${customerId}`)).toBe(true);
  await shop.deliver();
});

test.each([
  ["sells something else", (path: string) => path.startsWith("/v1/prices")],
  ["knows none of our customers", (path: string) => path.startsWith("/v1/customers/")],
])("with the key of an account that %s nobody is deleted who may be charged in ours", async (_, isOthers) => {
  const { person, customerId } = await aMember();
  await aMember();
  const nothing = { status: 200, body: { object: "list", data: [], has_more: false, url: "/v1/prices" } };
  shop.sandbox.interpose(({ path }) => {
    if (path.startsWith(`/v1/customers/${customerId}`)) return noSuchThing("No such customer");
    if (!isOthers(path)) return null;
    return path.startsWith("/v1/prices") ? nothing : noSuchThing("No such customer");
  });
  expect(await leave(person)).toMatchObject(aPerson);
  expect(await isThere(person)).toBe(true);
  expect(await isOpen(`unknown-customer:${customerId}`)).toBe(true);
});

test("a customer who was deleted at Stripe, of whom it shows nothing more, has no subscription and no premium, and may buy anew or leave", async () => {
  const [first, second] = [await aMember(), await aMember()];
  for (const { customerId } of [first, second]) await shop.stripe.customers.del(customerId);
  shop.sandbox.interpose(({ method, path }) => (method === "GET" && /^\/v1\/(subscriptions|invoices|charges)\?/.test(path) ? noSuchThing("No such customer") : null));
  await shop.deliver();
  const { data } = await shop.as(first.person).query("{ me { plan subscription { status } } }");
  expect(data.me).toEqual({ plan: "FREE", subscription: { status: "CANCELED" } });
  expect(await shop.world.db.webhookEvent.count({ where: { customerId: first.customerId, status: { in: ["FAILED", "PENDING"] } } })).toBe(0);
  expect((await shop.asksFor(first.person)).code).toBeNull();
  expect((await leave(second.person)).code).toBeNull();
});
