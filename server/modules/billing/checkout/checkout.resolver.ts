import { Arg, Ctx, Directive, ID, Mutation, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { RedirectSession } from "../billing.graphql";
import { createCheckoutSession } from "./create-checkout-session";

@Resolver()
export class CheckoutResolver {
  @Mutation(() => RedirectSession, {
    description:
      "The page at Stripe where premium is paid. Asked for again while it is open, it is the same page. ALREADY_SUBSCRIBED while a subscription lives; with extensions.payUrl where a payment of it is missing.",
  })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  createCheckoutSession(
    @Ctx() ctx: Context,
    @Arg("priceId", () => ID, { description: "One of `prices`." }) priceId: string,
    @Arg("currency", () => String, { nullable: true, description: "One of the price's currencies; its own when left out." }) currency?: string | null,
  ): Promise<RedirectSession> {
    return createCheckoutSession(ctx, { priceId, currency: currency ?? null });
  }
}
