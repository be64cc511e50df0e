import type DataLoader from "dataloader";

import type { CataloguePrice } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";
import type { Prisma } from "../../../platform/prisma/client";

const priceFields = { stripeId: true, interval: true, currency: true, unitAmount: true, otherCurrencies: true, active: true, syncedAt: true } satisfies Prisma.CataloguePriceSelect;

export type PriceRow = Omit<Prisma.CataloguePriceGetPayload<{ select: typeof priceFields }>, "otherCurrencies"> & { otherCurrencies: Readonly<Record<string, number>> };

const toRow = (row: Prisma.CataloguePriceGetPayload<{ select: typeof priceFields }>): PriceRow => ({ ...row, otherCurrencies: row.otherCurrencies as Record<string, number> });

/** Every price that we have ever known, on sale or not. */
export const findCatalogue = async (ctx: Context): Promise<PriceRow[]> => (await ctx.db.cataloguePrice.findMany({ select: priceFields })).map(toRow);

/** The products whose prices are premium; none before the catalogue is known. */
export async function productsSold(ctx: Context): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.cataloguePrice.findMany({ distinct: ["productId"], select: { productId: true } });
  return new Set(rows.map(({ productId }) => productId));
}

/** Prices by Stripe's id, loaded in batches, also those that are no longer on sale. */
export function priceOf(ctx: Context): Pick<DataLoader<string, PriceRow | null>, "load"> {
  return loaderOf<string, PriceRow>(ctx, "billing.price", async (ids) => {
    const rows = await ctx.db.cataloguePrice.findMany({ where: { stripeId: { in: [...ids] } }, select: priceFields });
    return new Map(rows.map((row) => [row.stripeId, toRow(row)]));
  });
}

/** Writes what was fetched at `syncedAt`, unless something newer is there; what is no longer named is no longer on sale. Belongs in a transaction. */
export async function writeCatalogue(ctx: Context, prices: readonly CataloguePrice[], syncedAt: Date): Promise<void> {
  const isOlder = { syncedAt: { lte: syncedAt } };
  for (const { priceId: stripeId, lookupKey, productId, interval, currency, unitAmount, otherCurrencies, active } of prices) {
    const told = { lookupKey, productId, interval, currency, unitAmount, otherCurrencies: { ...otherCurrencies }, active, syncedAt };
    await ctx.db.cataloguePrice.createMany({ data: { stripeId, ...told }, skipDuplicates: true });
    await ctx.db.cataloguePrice.updateMany({ where: { stripeId, ...isOlder }, data: told });
  }
  await ctx.db.cataloguePrice.updateMany({ where: { stripeId: { notIn: prices.map(({ priceId }) => priceId) }, ...isOlder }, data: { active: false, syncedAt } });
}
