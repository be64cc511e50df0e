import type { Context } from "../../../platform/context";
import { badInput } from "../../../platform/refusal";
import { BillingInterval, Plan } from "../billing.graphql";
import { paymentsInTime } from "../payments-in-time";
import { priceOf, type PriceRow } from "./catalogue.store";
import type { Price } from "./price.graphql";
import { amountIn, currenciesOf, inOrder, isSoldIn, readCurrency } from "./price.rules";
import { readCatalogue } from "./read-catalogue";

/** What can be bought, month before year, in one currency or each price's own. Refuses a currency that nothing is sold in. */
export async function listPrices(ctx: Context, currency: string | null): Promise<Price[]> {
  const offers = inOrder(await readCatalogue(ctx, paymentsInTime(ctx)));
  const asked = currency === null ? null : readCurrency(currency);
  const sold = asked === null ? offers : offers.filter((offer) => isSoldIn(offer, asked));
  if (asked !== null && sold.length === 0) throw badInput("currency", "Nothing is sold in this currency.");
  return sold.flatMap((offer) => shown(offer, asked ?? offer.currency) ?? []);
}

/** One price, on sale or not, in the currency that it was bought in. */
export async function priceInCurrency(ctx: Context, priceId: string | null, currency: string): Promise<Price | null> {
  const offer = priceId === null ? null : await priceOf(ctx).load(priceId);
  return offer && shown(offer, currency);
}

function shown(offer: PriceRow, currency: string): Price | null {
  const unitAmount = amountIn(offer, currency);
  if (unitAmount === null) return null;
  return { id: offer.stripeId, plan: Plan.PREMIUM, interval: BillingInterval[offer.interval], unitAmount, currency, currencies: currenciesOf(offer) };
}
