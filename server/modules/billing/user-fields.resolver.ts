import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import type { Context } from "../../platform/context";
import { User } from "../accounts";
import { Plan } from "./billing.graphql";
import { entitlementOf } from "./entitlement/entitlement.store";

/** What billing adds to a user. */
@Resolver(() => User)
export class UserPlanResolver {
  @FieldResolver(() => Plan, { description: "What the user is entitled to right now." })
  async plan(@Root() user: User, @Ctx() ctx: Context): Promise<Plan> {
    const entitlement = await entitlementOf(ctx).load(user.id);
    return Plan[entitlement?.plan ?? "FREE"];
  }
}
