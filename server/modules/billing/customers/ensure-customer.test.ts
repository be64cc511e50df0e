import { openShop, type Shop } from "../../../testing/billing";
import { ensureCustomer } from "./ensure-customer";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

test("six who ask at once for one person's customer get the same one, of which there is one at Stripe", async () => {
  const person = await shop.world.aLearner();
  const ask = () => {
    const ctx = shop.world.context();
    return ensureCustomer(ctx, person.id, { generation: "one", payments: ctx.gateways.payments });
  };
  const found = await Promise.all(Array.from({ length: 6 }, ask));
  expect(new Set(found.map(({ stripeId }) => stripeId)).size).toBe(1);
  expect((await shop.stripe.customers.list({ email: person.email })).data).toHaveLength(1);
});
