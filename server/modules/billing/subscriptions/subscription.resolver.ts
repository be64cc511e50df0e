import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";

import type { Context } from "../../../platform/context";
import { toUser, User } from "../../accounts";
import { priceInCurrency } from "../catalogue/list-prices";
import { Price } from "../catalogue/price.graphql";
import { payUrlOf } from "../invoices/invoices.store";
import { cancelSubscription } from "./cancel-subscription";
import { changeSubscriptionPrice } from "./change-subscription-price";
import { previewPriceChange } from "./preview-price-change";
import { PriceChangePreview } from "./price-change.graphql";
import { refreshSubscription } from "./refresh-subscription";
import { resumeSubscription } from "./resume-subscription";
import { Subscription, toSubscription } from "./subscription.graphql";
import { accessUntilOf } from "./subscriptions.store";

@Resolver(() => Subscription)
export class SubscriptionResolver {
  @Mutation(() => Subscription, { description: "Ends it with the paid period; premium stays until then. Where a payment is missing it ends at once, and nothing more is charged. Twice is once." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  async cancelSubscription(
    @Ctx() ctx: Context,
    @Arg("reason", () => String, { nullable: true, description: "Why, in the person's own words: 500 characters at most." }) reason?: string | null,
  ): Promise<Subscription> {
    return toSubscription(await cancelSubscription(ctx, { reason: reason ?? null }));
  }

  @Mutation(() => Subscription, { description: "Takes a cancellation back, before it has taken effect. Twice is once. NO_SUBSCRIPTION after the end: that takes a new checkout." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  async resumeSubscription(@Ctx() ctx: Context): Promise<Subscription> {
    return toSubscription(await resumeSubscription(ctx));
  }

  @Mutation(() => Subscription, {
    description: "Moves to another price of the plan, prorated by Stripe and charged at once. Where the bank wants the payment confirmed, the old price stays until that is done at `payUrl`. CONFLICT for the price one has.",
  })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  async changeSubscriptionPrice(
    @Ctx() ctx: Context,
    @Arg("priceId", () => ID, { description: "One of `prices`." }) priceId: string,
    @Arg("prorationDate", () => GraphQLDateTime, { nullable: true, description: "That of the preview, at most 30 minutes old; now when left out." }) prorationDate?: Date | null,
  ): Promise<Subscription> {
    return toSubscription(await changeSubscriptionPrice(ctx, { priceId, prorationDate: prorationDate ?? null }));
  }

  @Query(() => PriceChangePreview, { description: "What changeSubscriptionPrice would cost now. Changes nothing." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 20, window: "1m")')
  previewPriceChange(@Ctx() ctx: Context, @Arg("priceId", () => ID, { description: "One of `prices`." }) priceId: string): Promise<PriceChangePreview> {
    return previewPriceChange(ctx, { priceId });
  }

  @Mutation(() => User, { description: "Fetches the caller's subscription and invoices from Stripe now, for who comes back from there before its message has." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 20, window: "1m")')
  async refreshSubscription(@Ctx() ctx: Context): Promise<User> {
    return toUser(await refreshSubscription(ctx));
  }

  @FieldResolver(() => Price, { nullable: true, description: "What it is bought at, in its currency; null where that is not in the catalogue." })
  price(@Root() { priceId, currency }: Subscription, @Ctx() ctx: Context): Promise<Price | null> {
    return priceInCurrency(ctx, priceId, currency);
  }

  @FieldResolver(() => GraphQLDateTime, { nullable: true, description: "Until when it gives premium, if nothing else happens: some days more than is paid for while it runs, exact once it is cancelled. Null when it gives none." })
  accessUntil(@Root() { stripeId }: Subscription, @Ctx() ctx: Context): Promise<Date | null> {
    return accessUntilOf(ctx).load(stripeId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Stripe's page where a missing payment can be made." })
  payUrl(@Root() { stripeId }: Subscription, @Ctx() ctx: Context): Promise<string | null> {
    return payUrlOf(ctx).load(stripeId);
  }
}
