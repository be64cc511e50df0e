import { hours, seconds } from "../../../platform/clock";
import { openShop, type Shop } from "../../../testing/billing";

let shop: Shop;
beforeEach(async () => void (shop = await openShop()));
afterEach(() => shop.close());

const PRICES = "query($currency: String) { prices(currency: $currency) { id plan interval unitAmount currency currencies trialDays } }";
const prices = async (currency?: string) => shop.world.nobody().query(PRICES, { currency });
const amounts = async () => (await prices()).data.prices.map(({ unitAmount }: { unitAmount: number }) => unitAmount);

/** A new price under the old one's name, as one changes prices at Stripe. */
async function reprice(amount: number) {
  const { product } = await shop.stripe.prices.retrieve(await shop.priceId());
  return shop.stripe.prices.create({ product: String(product), currency: "eur", unit_amount: amount, recurring: { interval: "month" }, lookup_key: "premium_month", transfer_lookup_key: true });
}

test("anybody sees what is sold, the month first, in each price's own currency and with a week's trial", async () => {
  const shown = { plan: "PREMIUM", currency: "eur", currencies: ["eur", "gbp", "jpy", "usd"], trialDays: 7 };
  expect((await prices()).data.prices).toEqual([
    { ...shown, id: await shop.priceId(), interval: "MONTH", unitAmount: 1200 },
    { ...shown, id: await shop.priceId("premium_year"), interval: "YEAR", unitAmount: 9600 },
  ]);
});

test("prices are told in another currency as Stripe has them, and refused in one that nothing is sold in", async () => {
  expect((await prices("JPY")).data.prices).toMatchObject([{ unitAmount: 1900, currency: "jpy" }, { unitAmount: 15_200, currency: "jpy" }]);
  expect(await prices("chf")).toMatchObject({ code: "BAD_USER_INPUT", field: "currency" });
  expect(await prices("")).toMatchObject({ code: "BAD_USER_INPUT", field: "currency" });
});

test("a price that has changed at Stripe is sold once the webhook says so, and the old one no more", async () => {
  expect(await amounts()).toEqual([1200, 9600]);
  const next = await reprice(1500);
  expect(await amounts()).toEqual([1200, 9600]);
  await shop.deliver();
  expect((await prices()).data.prices).toMatchObject([{ id: next.id, unitAmount: 1500 }, { unitAmount: 9600 }]);
});

test("a change whose webhook got lost is seen within the hour", async () => {
  await amounts();
  await reprice(1500);
  shop.world.clock.forward(hours(1) + 1);
  expect(await amounts()).toEqual([1500, 9600]);
});

test("while Stripe is away what is known is served, and without anything known that is said", async () => {
  await shop.fails({ mode: "500", count: 100, path: "/v1/prices" });
  expect(await prices()).toMatchObject({ code: "PAYMENT_PROVIDER_UNAVAILABLE" });
  await shop.fails({ mode: "none" });
  expect(await prices()).toMatchObject({ code: "PAYMENT_PROVIDER_UNAVAILABLE" });
  shop.world.clock.forward(seconds(10));
  expect(await amounts()).toEqual([1200, 9600]);
  shop.world.clock.forward(hours(5));
  await shop.fails({ mode: "500", count: 100, path: "/v1/prices" });
  expect(await amounts()).toEqual([1200, 9600]);
});

test("many who ask first make one catalogue", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => prices()));
  expect(answers.map(({ data }) => data.prices.length)).toEqual(Array(10).fill(2));
  expect(await shop.world.db.cataloguePrice.count()).toBe(2);
});

test.each([
  ["with nothing on sale", { status: 200, body: { object: "list", data: [], has_more: false, url: "/v1/prices" } }],
  ["while Stripe is away", { status: 500, body: { error: { type: "api_error", message: "down" } } }],
])("%s the many who ask make one call to Stripe in ten seconds, at once or one after the other", async (_, said) => {
  let calls = 0;
  shop.sandbox.interpose(({ path }) => (path.startsWith("/v1/prices") ? (calls++, said) : null));
  await Promise.all(Array.from({ length: 30 }, () => prices()));
  const first = calls; // The SDK itself tries a second time where Stripe is away.
  expect(first).toBeLessThanOrEqual(2);
  shop.world.clock.forward(seconds(9));
  for (let i = 0; i < 10; i++) await prices();
  expect(calls).toBe(first);
  shop.world.clock.forward(seconds(1));
  await prices();
  expect(calls).toBe(2 * first);
  shop.sandbox.interpose(() => null);
});
