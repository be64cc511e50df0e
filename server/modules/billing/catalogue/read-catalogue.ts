import { type PaymentsPort, PaymentsUnavailable } from "../../../gateways/payments/port";
import { after, hours, seconds } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { notFound } from "../../../platform/refusal";
import { findCatalogue, type PriceRow } from "./catalogue.store";
import { syncCatalogue } from "./sync-catalogue";

const FRESH = hours(1);

/** So long what a fetch came to is good for all callers of this process, also that there is nothing, or that Stripe is away. */
const REMEMBERED = seconds(10);

/** The last fetch of each process, which is known by its gateway. */
const lastFetches = new WeakMap<PaymentsPort, { at: number; fetch: Promise<void> }>();

/** What is on sale. Fetched when it is not known or an hour old; what is old is better than nothing while Stripe is away. */
export async function readCatalogue(ctx: Context, payments: PaymentsPort): Promise<PriceRow[]> {
  const known = await findCatalogue(ctx);
  if (known.some(({ syncedAt }) => after(syncedAt, FRESH) > ctx.clock.now())) return onSale(known);
  await (known.length > 0 ? fetchOnce(ctx, payments).catch(unlessAway) : fetchOnce(ctx, payments));
  return onSale(await findCatalogue(ctx));
}

const onSale = (rows: readonly PriceRow[]): PriceRow[] => rows.filter(({ active }) => active);

/** Anybody may ask for prices: however many do, Stripe is asked by one of them. It tells of every change by webhook; this catches one that got lost. */
function fetchOnce(ctx: Context, payments: PaymentsPort): Promise<void> {
  const at = ctx.clock.now().getTime();
  const last = lastFetches.get(ctx.gateways.payments);
  if (last && at < last.at + REMEMBERED) return last.fetch;
  const fetch = syncCatalogue(ctx, payments);
  lastFetches.set(ctx.gateways.payments, { at, fetch });
  return fetch;
}

function unlessAway(error: unknown): void {
  if (!(error instanceof PaymentsUnavailable)) throw error;
}

/** The price, which must be on sale; NOT_FOUND otherwise. */
export async function getPriceOnSale(ctx: Context, priceId: string, payments: PaymentsPort): Promise<PriceRow> {
  const price = (await readCatalogue(ctx, payments)).find(({ stripeId }) => stripeId === priceId);
  if (!price) throw notFound("price");
  return price;
}
