import type { PaymentsPort } from "../../../gateways/payments/port";
import { days } from "../../../platform/clock";
import type { Person } from "../../../testing";
import { CARD, openShop, type Shop } from "../../../testing/billing";
import { createCheckoutSession } from "./create-checkout-session";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const subscriptionsOf = async (person: Person) => (await shop.stripe.subscriptions.list({ customer: (await shop.customerOf(person)).stripeId, status: "all" })).data;

/** Puts Stripe's own books into a state that would take months, or a Stripe of the future, to come by. */
async function stands(person: Person, status: string): Promise<void> {
  const [subscription] = await subscriptionsOf(person);
  shop.sandbox.stripe.atomically(() => shop.sandbox.stripe.change("subscription", subscription?.id ?? "", { status }));
}

test.each(["trialing", "active", "past_due", "unpaid", "paused", "incomplete"])("no second subscription beside one that is %s", async (status) => {
  const person = await shop.aPayer();
  await shop.buys(person);
  await stands(person, status);
  expect(await shop.asksFor(person)).toMatchObject({ code: "ALREADY_SUBSCRIBED" });
  expect(await shop.asksFor(person, { price: "premium_year" })).toMatchObject({ code: "ALREADY_SUBSCRIBED" });
  expect(await subscriptionsOf(person)).toHaveLength(1);
});

test("nor beside one in a state that we don't know: it gives nothing, and shows as unpaid", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const ctx = shop.contextOf(person);
  const { payments } = ctx.gateways;
  const ofTheFuture: PaymentsPort = {
    ...payments,
    within: () => ofTheFuture,
    customerTruth: async (id) => {
      const truth = await payments.customerTruth(id);
      return { ...truth, subscriptions: truth.subscriptions.map((one) => ({ ...one, status: "a_word_of_the_future" })) };
    },
  };
  const asked = createCheckoutSession({ ...ctx, gateways: { ...ctx.gateways, payments: ofTheFuture } }, { priceId: await shop.priceId(), currency: null });
  await expect(asked).rejects.toMatchObject({ code: "ALREADY_SUBSCRIBED" });
  expect((await shop.as(person).query("{ me { plan subscription { status } } }")).data.me).toEqual({ plan: "FREE", subscription: { status: "UNPAID" } });
});

test.each(["canceled", "incomplete_expired"])("one that is %s is over, and another may be bought", async (status) => {
  const person = await shop.aPayer();
  await shop.buys(person);
  await stands(person, status);
  await shop.pays(await shop.opensCheckout(person));
  await shop.deliver();
  expect((await subscriptionsOf(person)).map((one) => one.status).sort()).toEqual(["active", status].sort());
});

test("while a payment is missing the refusal says where to make it, and what is paid there counts", async () => {
  const person = await shop.aPayer();
  await shop.buys(person);
  const { stripeId } = await shop.customerOf(person);
  const failing = await shop.stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer: stripeId });
  const [subscription] = await subscriptionsOf(person);
  await shop.stripe.subscriptions.update(subscription?.id ?? "", { default_payment_method: failing.id });
  shop.world.clock.forward(days(33));
  await shop.deliver();

  const { code, errors } = await shop.asksFor(person);
  expect(code).toBe("ALREADY_SUBSCRIBED");
  const { payUrl } = errors[0]?.extensions as { payUrl?: string };
  const mine = await shop.as(person).query("{ me { plan subscription { status payUrl pastDueSince } } }");
  expect(mine.data.me).toMatchObject({ plan: "PREMIUM", subscription: { status: "PAST_DUE", payUrl, pastDueSince: expect.any(String) } });

  await shop.pays(payUrl ?? "", CARD.pays);
  await shop.deliver();
  expect((await shop.as(person).query("{ me { subscription { status payUrl pastDueSince } } }")).data.me.subscription).toEqual({ status: "ACTIVE", payUrl: null, pastDueSince: null });
});
