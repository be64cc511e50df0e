import type Stripe from "stripe";

import { idOf, intervalOf } from "./in-our-words";
import type { CataloguePrice, PaymentsPort } from "./port";
import type { Line } from "./line";

export const catalogueCalls = ({ stripe, ask }: Line): Pick<PaymentsPort, "cataloguePrices"> => ({
  async cataloguePrices(lookupKeys) {
    const { data } = await ask((options) => stripe.prices.list({ lookup_keys: [...lookupKeys], limit: 100, expand: ["data.currency_options"] }, options));
    return data.flatMap((price) => cataloguePrice(price) ?? []);
  },
});

/** What is sold as a subscription for a fixed amount; anything else is nothing of ours. */
function cataloguePrice({ id, product, lookup_key, recurring, currency, unit_amount, currency_options, active }: Stripe.Price): CataloguePrice | null {
  const interval = recurring?.interval_count === 1 ? intervalOf(recurring.interval) : null;
  if (!lookup_key || !interval || unit_amount === null) return null;
  return { priceId: id, lookupKey: lookup_key, productId: idOf(product) ?? "", interval, currency, unitAmount: unit_amount, otherCurrencies: othersIn(currency, currency_options), active };
}

function othersIn(own: string, options: Stripe.Price["currency_options"]): Record<string, number> {
  const others = Object.entries(options ?? {}).filter(([currency, option]) => currency !== own && typeof option.unit_amount === "number");
  return Object.fromEntries(others.map(([currency, option]) => [currency, option.unit_amount as number]));
}
