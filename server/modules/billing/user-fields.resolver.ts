import { Args, Ctx, FieldResolver, Resolver, Root, UseMiddleware } from "type-graphql";

import type { Context } from "../../platform/context";
import { ofOneself, User } from "../accounts";
import { Plan } from "./billing.graphql";
import { entitlementOf } from "./entitlement/entitlement.store";
import { InvoiceConnection, InvoicesArgs } from "./invoices/invoice.graphql";
import { pageOfInvoices } from "./invoices/page-of-invoices";
import { Subscription, toSubscription } from "./subscriptions/subscription.graphql";
import { subscriptionOf } from "./subscriptions/subscriptions.store";

/** What billing adds to a user. */
@Resolver(() => User)
export class UserBillingResolver {
  @FieldResolver(() => Plan, { description: "What the user is entitled to right now." })
  async plan(@Root() user: User, @Ctx() ctx: Context): Promise<Plan> {
    const entitlement = await entitlementOf(ctx).load(user.id);
    return Plan[entitlement?.plan ?? "FREE"];
  }

  @FieldResolver(() => Subscription, { nullable: true, description: "The current subscription, or the last one; null for who has never had one." })
  @UseMiddleware(ofOneself)
  async subscription(@Root() user: User, @Ctx() ctx: Context): Promise<Subscription | null> {
    const row = await subscriptionOf(ctx).load(user.id);
    return row && toSubscription(row);
  }

  @FieldResolver(() => InvoiceConnection, { description: "What was and is to be paid, newest first. Drafts are not shown: they may still change." })
  @UseMiddleware(ofOneself)
  invoices(@Root() user: User, @Ctx() ctx: Context, @Args(() => InvoicesArgs) page: InvoicesArgs): Promise<InvoiceConnection> {
    return pageOfInvoices(ctx, user.id, page);
  }
}
