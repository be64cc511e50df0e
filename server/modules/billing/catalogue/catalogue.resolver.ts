import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { listPrices } from "./list-prices";
import { Price } from "./price.graphql";
import { trialDaysFor } from "./trial-offer";

@Resolver(() => Price)
export class CatalogueResolver {
  @Query(() => [Price], { description: "What can be bought, with prices as Stripe states them, the monthly one first. Public." })
  prices(
    @Ctx() ctx: Context,
    @Arg("currency", () => String, { nullable: true, description: "One of the currencies that it is sold in; each price's own when left out." }) currency?: string | null,
  ): Promise<Price[]> {
    return listPrices(ctx, currency ?? null);
  }

  @FieldResolver(() => Int, { nullable: true, description: "Days that are free before the first payment; null for a caller who has had their trial." })
  trialDays(@Ctx() ctx: Context): Promise<number | null> {
    return trialDaysFor(ctx);
  }
}
