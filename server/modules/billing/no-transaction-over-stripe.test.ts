import type { PaymentsPort } from "../../gateways/payments/port";
import type { Context } from "../../platform/context";
import { openShop, type Shop } from "../../testing/billing";
import { createCheckoutSession } from "./checkout/create-checkout-session";
import { cancelSubscription } from "./subscriptions/cancel-subscription";
import { changeSubscriptionPrice } from "./subscriptions/change-subscription-price";
import { refreshSubscription } from "./subscriptions/refresh-subscription";
import { resumeSubscription } from "./subscriptions/resume-subscription";

let shop: Shop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

/** The same payments, which look at each call whether a transaction of ours is open meanwhile. */
function watching(payments: PaymentsPort, ctx: Context, seen: Map<string, number>): PaymentsPort {
  const look = async (name: string) => {
    const [row] = await ctx.db.$queryRaw<{ open: number }[]>`select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
    seen.set(name, (seen.get(name) ?? 0) + (row?.open ?? 0));
  };
  return new Proxy(payments, {
    get(target, name: keyof PaymentsPort) {
      if (name === "within") return (duration: number) => watching(target.within(duration), ctx, seen);
      const call = target[name] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        await look(name);
        const answer = await call.apply(target, args);
        await look(name);
        return answer;
      };
    },
  });
}

test("no mutation holds a transaction open while it asks Stripe", async () => {
  const person = await shop.aPayer();
  const plain = shop.world.context();
  const seen = new Map<string, number>();
  const fresh = (): Context => ({ ...shop.contextOf(person), gateways: { ...plain.gateways, payments: watching(plain.gateways.payments, plain, seen) } });

  const { url } = await createCheckoutSession(fresh(), { priceId: await shop.priceId(), currency: null });
  await createCheckoutSession(fresh(), { priceId: await shop.priceId(), currency: null });
  await shop.pays(url);
  await refreshSubscription(fresh());
  await cancelSubscription(fresh(), { reason: null });
  await resumeSubscription(fresh());
  await changeSubscriptionPrice(fresh(), { priceId: await shop.priceId("premium_year"), prorationDate: null });
  expect([...seen.keys()].sort()).toEqual(["cataloguePrices", "changePrice", "createCustomer", "customerTruth", "findCheckout", "openCheckout", "setCancelAtPeriodEnd"]);
  expect([...seen.values()].every((open) => open === 0)).toBe(true);
});
