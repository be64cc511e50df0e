import type { PaymentsPort } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { writeCatalogue } from "./catalogue.store";

/** The names under which prices are found at Stripe: a new price takes the name over, and is sold from then on. */
export const LOOKUP_KEYS = ["premium_month", "premium_year"];

/** Fetches what can be bought, and writes it down. */
export async function syncCatalogue(ctx: Context, payments: PaymentsPort = ctx.gateways.payments): Promise<void> {
  const askedAt = ctx.clock.now();
  const prices = await payments.cataloguePrices(LOOKUP_KEYS);
  await inTransaction(ctx, (ctx) => writeCatalogue(ctx, prices, askedAt));
}
