import { openShop, type Shop } from "../../../testing/billing";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

test("whatever a free user calls, it grants nothing", async () => {
  const person = await shop.world.aLearner();
  const api = shop.as(person);
  const priceId = await shop.priceId();
  const codes = [
    await api.query("mutation { cancelSubscription { id } }"),
    await api.query("mutation { resumeSubscription { id } }"),
    await api.query("mutation($priceId: ID!) { changeSubscriptionPrice(priceId: $priceId) { id } }", { priceId }),
    await api.query("query($priceId: ID!) { previewPriceChange(priceId: $priceId) { amountDue } }", { priceId }),
    await api.query("mutation { createCustomerPortalSession { url } }"),
    await api.query("mutation { refreshSubscription { plan } }"),
    await api.query("mutation($priceId: ID!) { createCheckoutSession(priceId: $priceId) { url } }", { priceId }),
    await api.query("mutation { refreshSubscription { plan } }"),
    await api.query("mutation { createCustomerPortalSession { url } }"),
  ].map(({ code }) => code);
  expect(codes).toEqual([...Array(5).fill("NO_SUBSCRIPTION"), null, null, null, null]);
  await shop.deliver();
  expect((await api.query("{ me { plan subscription { id } invoices { edges { cursor } } } }")).data.me).toEqual({ plan: "FREE", subscription: null, invoices: { edges: [] } });
  expect(await shop.world.db.entitlement.count({ where: { userId: person.id } })).toBe(0);
});

test("a stranger calls nothing of it", async () => {
  const api = shop.world.nobody();
  for (const call of ["cancelSubscription { id }", "resumeSubscription { id }", 'changeSubscriptionPrice(priceId: "x") { id }', "createCustomerPortalSession { url }", "refreshSubscription { id }", 'createCheckoutSession(priceId: "x") { url }']) {
    expect(await api.query(`mutation { ${call} }`)).toMatchObject({ code: "UNAUTHENTICATED" });
  }
  expect(await api.query('{ previewPriceChange(priceId: "x") { amountDue } }')).toMatchObject({ code: "UNAUTHENTICATED" });
});

test("who comes back from Stripe before its webhook sees what was paid by refreshing", async () => {
  const person = await shop.aPayer();
  await shop.pays(await shop.opensCheckout(person));
  expect((await shop.as(person).query("{ me { plan } }")).data.me.plan).toBe("FREE");
  const { data } = await shop.as(person).query("mutation { refreshSubscription { plan subscription { status interval card { brand last4 expMonth expYear } } } }");
  expect(data.refreshSubscription).toEqual({ plan: "PREMIUM", subscription: { status: "ACTIVE", interval: "MONTH", card: { brand: "visa", last4: "4242", expMonth: 12, expYear: 2040 } } });
});

test("two mutations that ask Stripe don't go in one operation", async () => {
  const person = await shop.world.aLearner();
  expect(await shop.as(person).query("mutation { a: refreshSubscription { id } b: refreshSubscription { id } }")).toMatchObject({ code: "QUERY_TOO_COMPLEX" });
});
