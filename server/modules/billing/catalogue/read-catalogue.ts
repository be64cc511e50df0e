import { type PaymentsPort, PaymentsUnavailable } from "../../../gateways/payments/port";
import { after, hours, seconds } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { notFound, Refusal } from "../../../platform/refusal";
import { findCatalogue, type PriceRow } from "./catalogue.store";
import { syncCatalogue } from "./sync-catalogue";

const FRESH = hours(1);

/** Stripe tells of every change by webhook; this catches one that got lost. While Stripe is away, one caller in 30 seconds waits for it. */
const REFRESH = { name: "catalogue-refresh", max: 1, window: seconds(30) };

/** What is on sale. Fetched when it is not known or an hour old; what is old is better than nothing while Stripe is away. */
export async function readCatalogue(ctx: Context, payments: PaymentsPort): Promise<PriceRow[]> {
  const known = await findCatalogue(ctx);
  if (known.some(({ syncedAt }) => after(syncedAt, FRESH) > ctx.clock.now())) return onSale(known);
  await (known.length > 0 ? refresh(ctx, payments) : syncCatalogue(ctx, payments));
  return onSale(await findCatalogue(ctx));
}

const onSale = (rows: readonly PriceRow[]): PriceRow[] => rows.filter(({ active }) => active);

async function refresh(ctx: Context, payments: PaymentsPort): Promise<void> {
  const asked = ctx.throttle.count(REFRESH, "all").then(() => syncCatalogue(ctx, payments));
  await asked.catch((error: unknown) => {
    if (!(error instanceof PaymentsUnavailable || error instanceof Refusal)) throw error;
  });
}

/** The price, which must be on sale; NOT_FOUND otherwise. */
export async function getPriceOnSale(ctx: Context, priceId: string, payments: PaymentsPort): Promise<PriceRow> {
  const price = (await readCatalogue(ctx, payments)).find(({ stripeId }) => stripeId === priceId);
  if (!price) throw notFound("price");
  return price;
}
