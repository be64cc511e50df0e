import { Arg, Ctx, Directive, Mutation, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { RedirectSession } from "../billing.graphql";
import { createCustomerPortalSession } from "./create-customer-portal-session";
import { PortalFlow } from "./portal.graphql";

@Resolver()
export class PortalResolver {
  @Mutation(() => RedirectSession, { description: "Stripe's own pages for cards, addresses and invoices. They lead back to the billing page. NO_SUBSCRIPTION for who has never bought." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  createCustomerPortalSession(
    @Ctx() ctx: Context,
    @Arg("flow", () => PortalFlow, { nullable: true, description: "What to open with; the overview when left out." }) flow?: PortalFlow | null,
  ): Promise<RedirectSession> {
    return createCustomerPortalSession(ctx, { flow: flow ?? null });
  }
}
