import { openShop, type Shop } from "../../../testing/billing";

const DAY_SECONDS = 24 * 60 * 60;

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

test("where Stripe's clock is ahead of ours, and so the paid period begins, a change is reckoned from its beginning", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  await shop.sandbox.pass(32 * DAY_SECONDS);
  await shop.deliver();
  const priceId = await shop.priceId("premium_year");
  const { data, code } = await shop.as(person).query("query($priceId: ID!) { previewPriceChange(priceId: $priceId) { amountDue prorationDate } }", { priceId });
  expect([code, data.previewPriceChange.amountDue]).toEqual([null, 9600 - 1200]);
  const { prorationDate } = data.previewPriceChange;
  const changed = await shop.as(person).query("mutation($priceId: ID!, $prorationDate: DateTime) { changeSubscriptionPrice(priceId: $priceId, prorationDate: $prorationDate) { interval } }", { priceId, prorationDate });
  expect(changed).toMatchObject({ code: null, data: { changeSubscriptionPrice: { interval: "YEAR" } } });
});
