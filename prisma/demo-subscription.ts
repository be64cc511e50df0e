import { createParts } from "../server/app/create-app";
import { contextForJob, type Parts } from "../server/app/create-context";
import { listPrices } from "../server/modules/billing/catalogue/list-prices";
import { createCheckoutSession } from "../server/modules/billing/checkout/create-checkout-session";
import { refreshSubscription } from "../server/modules/billing/subscriptions/refresh-subscription";
import { after, days, hours } from "../server/platform/clock";
import type { Config } from "../server/platform/config";
import type { Context } from "../server/platform/context";
import type { DemoStripe } from "./demo-stripe";

const TRIAL_DAYS = 7;
/** Not 4242 …: a card has one trial, and that one is for those who try the demo. */
const CARD = { number: "5555 5555 5555 4444", expiry: "12 / 40", cvc: "123", country: "DE" };

interface Purchase {
  userId: string;
  name: string;
  daysAgo: number;
  clock: { instant: Date; now(): Date };
  stripe: DemoStripe;
}

/** Buys premium by the month in the past, with a trial, through the checkout that everybody uses; what was due since is paid. */
export async function buySubscription(config: Config, { userId, name, daysAgo, clock, stripe }: Purchase): Promise<void> {
  const now = new Date();
  const { parts, redis } = createParts({ ...config, stripe: { ...config.stripe, apiBase: stripe.url } }, { clock });
  try {
    clock.instant = after(now, -days(daysAgo));
    const [monthly] = await listPrices(asking(parts, userId), null);
    const { url } = await createCheckoutSession(asking(parts, userId), { priceId: monthly?.id ?? "", currency: null });
    const paid = await fetch(url, { method: "POST", body: new URLSearchParams({ ...CARD, name }), redirect: "manual" });
    if (paid.status !== 303) throw new Error(`The demo subscription could not be paid: ${paid.status} ${await paid.text()}`);
    await refreshSubscription(asking(parts, userId));
    for (const instant of [after(now, -days(daysAgo - TRIAL_DAYS) + hours(2)), now]) {
      clock.instant = instant;
      await stripe.settled();
      await refreshSubscription(asking(parts, userId));
    }
  } finally {
    redis?.disconnect();
    await parts.db.$disconnect();
  }
}

const asking = (parts: Parts, userId: string): Context => ({ ...contextForJob(parts, "seed"), viewer: { userId, sessionId: "", role: "LEARNER" } });
