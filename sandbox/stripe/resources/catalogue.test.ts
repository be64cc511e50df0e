import type Stripe from "stripe";

import { startSandbox } from "../../testing";
import { stripeOf } from "../pages/testing";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let stripe: Stripe;
beforeAll(async () => {
  sandbox = await startSandbox();
  stripe = stripeOf(sandbox);
});
afterAll(() => sandbox.stop());

test("a product is made with its first price, changed, and removed only without prices", async () => {
  const product = await stripe.products.create({ name: "Course", default_price_data: { currency: "eur", unit_amount: 900, recurring: { interval: "month" } }, expand: ["default_price"] });
  expect(product.default_price).toMatchObject({ unit_amount: 900, recurring: { interval: "month" } });
  expect(await stripe.products.update(product.id, { name: "Long course", description: "Of all keys", metadata: { keys: "24" }, active: false })).toMatchObject({ name: "Long course", description: "Of all keys", metadata: { keys: "24" }, active: false });
  expect((await stripe.products.update(product.id, { description: "", metadata: { keys: "" } }))).toMatchObject({ description: null, metadata: {} });
  await expect(stripe.products.del(product.id)).rejects.toThrow("cannot be deleted");
  const bare = await stripe.products.create({ id: "prod_of_ours", name: "Bare" });
  expect(await stripe.products.del(bare.id)).toMatchObject({ id: "prod_of_ours", deleted: true });
  await expect(stripe.products.retrieve(bare.id)).rejects.toMatchObject({ code: "resource_missing", statusCode: 404 });
  expect((await stripe.products.list({ ids: [product.id], active: false })).data).toHaveLength(1);
});

test("a lookup key leads to one price, and moves only when that is said", async () => {
  const { id: product } = await stripe.products.create({ name: "Keys" });
  const first = await stripe.prices.create({ product, currency: "eur", unit_amount: 100, lookup_key: "door" });
  await expect(stripe.prices.create({ product, currency: "eur", unit_amount: 200, lookup_key: "door" })).rejects.toMatchObject({ param: "lookup_key" });
  const second = await stripe.prices.create({ product, currency: "eur", unit_amount: 200, lookup_key: "door", transfer_lookup_key: true });
  expect((await stripe.prices.list({ lookup_keys: ["door"] })).data.map(({ id }) => id)).toEqual([second.id]);
  expect((await stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
  expect(await stripe.prices.update(second.id, { active: false, nickname: "Old", currency_options: { usd: { unit_amount: 250 } }, expand: ["currency_options"] })).toMatchObject({ active: false, nickname: "Old", currency_options: { usd: { unit_amount: 250 } } });
  expect((await stripe.prices.list({ product, active: true, type: "one_time" })).data.map(({ id }) => id)).toEqual([first.id]);
});

test("a coupon takes a share or an amount, never both", async () => {
  await expect(stripe.coupons.create({ percent_off: 10, amount_off: 100, currency: "eur" })).rejects.toMatchObject({ statusCode: 400 });
  await expect(stripe.coupons.create({ amount_off: 100 })).rejects.toMatchObject({ param: "currency" });
  await expect(stripe.coupons.create({ percent_off: 10, duration: "repeating" })).rejects.toMatchObject({ param: "duration_in_months" });
  const coupon = await stripe.coupons.create({ id: "TEN", percent_off: 10, duration: "repeating", duration_in_months: 3, name: "Ten" });
  expect(coupon).toMatchObject({ id: "TEN", percent_off: 10, amount_off: null, valid: true });
  expect((await stripe.coupons.update("TEN", { name: "Ten percent" })).name).toBe("Ten percent");
  expect((await stripe.coupons.list()).data.map(({ id }) => id)).toContain("TEN");
  expect(await stripe.coupons.del("TEN")).toMatchObject({ deleted: true });
});

test("a promotion code is found whatever its letters, and one that is active can't be made twice", async () => {
  const coupon = await stripe.coupons.create({ percent_off: 50 });
  const code = await stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id }, code: "Spring", max_redemptions: 5, expand: ["promotion.coupon"] });
  expect(code).toMatchObject({ code: "Spring", active: true, promotion: { coupon: { percent_off: 50 } } });
  expect((await stripe.promotionCodes.list({ code: "SPRING", coupon: coupon.id })).data).toHaveLength(1);
  await expect(stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id }, code: "SPRING" })).rejects.toMatchObject({ param: "code" });
  expect(await stripe.promotionCodes.update(code.id, { active: false })).toMatchObject({ active: false });
  expect((await stripe.promotionCodes.retrieve(code.id)).active).toBe(false);
});

test("a configuration of the portal is made, changed and listed; what is not said stays", async () => {
  const { id } = await stripe.billingPortal.configurations.create({ features: { invoice_history: { enabled: true }, subscription_cancel: { enabled: true, mode: "immediately" } }, business_profile: { headline: "Etude" } });
  const changed = await stripe.billingPortal.configurations.update(id, { features: { payment_method_update: { enabled: true } }, default_return_url: "https://etude.test/" });
  expect(changed).toMatchObject({
    business_profile: { headline: "Etude" },
    default_return_url: "https://etude.test/",
    features: { invoice_history: { enabled: true }, payment_method_update: { enabled: true }, subscription_cancel: { enabled: true, mode: "immediately" } },
  });
  expect((await stripe.billingPortal.configurations.list({ is_default: false })).data.map((one) => one.id)).toEqual([id]);
  expect((await stripe.billingPortal.configurations.retrieve(id)).active).toBe(true);
});
