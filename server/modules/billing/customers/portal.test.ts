import { openShop, type Shop } from "../../../testing/billing";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const PORTAL = "mutation($flow: PortalFlow) { createCustomerPortalSession(flow: $flow) { url } }";

test("who has never been to the checkout has no portal", async () => {
  const person = await shop.world.aLearner();
  expect(await shop.as(person).query(PORTAL)).toMatchObject({ code: "NO_SUBSCRIPTION" });
});

test("the portal leads back to the billing page, and may open with the card", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const { data: overview } = await shop.as(person).query(PORTAL);
  const { data: card } = await shop.as(person).query(PORTAL, { flow: "PAYMENT_METHOD_UPDATE" });
  const pages = await Promise.all([overview, card].map(async ({ createCustomerPortalSession: { url } }) => (await fetch(url)).text()));
  for (const page of pages) expect(page).toContain(`${shop.world.config.webUrl}/billing?back=portal`);
  expect(pages[1]).toMatch(/name="number"/);
});

test("a Stripe that is away is told as such", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  await shop.fails({ mode: "reset", count: 10, path: "/v1/billing_portal" });
  expect(await shop.as(person).query(PORTAL)).toMatchObject({ code: "PAYMENT_PROVIDER_UNAVAILABLE" });
  await shop.fails({ mode: "none" });
  expect((await shop.as(person).query(PORTAL)).errors).toEqual([]);
});
