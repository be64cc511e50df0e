import { Arg, Args, Ctx, Directive, ID, Mutation, Query, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { BillingIncident, BillingIncidentConnection, BillingIncidentsArgs, toBillingIncident } from "./billing-incident.graphql";
import { pageOfBillingIncidents } from "./page-of-billing-incidents";
import { resolveBillingIncident } from "./resolve-billing-incident";

@Resolver()
export class IncidentsResolver {
  @Query(() => BillingIncidentConnection, { description: "What of billing should never happen and did, newest first." })
  @Directive("@auth(requires: ADMIN)")
  async billingIncidents(@Ctx() ctx: Context, @Args(() => BillingIncidentsArgs) page: BillingIncidentsArgs): Promise<BillingIncidentConnection> {
    const { edges, pageInfo } = await pageOfBillingIncidents(ctx, page);
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: toBillingIncident(node) })), pageInfo };
  }

  @Mutation(() => BillingIncident, { description: "Closes an incident that somebody has looked after. One that is closed stays as it is." })
  @Directive("@auth(requires: ADMIN)")
  async resolveBillingIncident(
    @Ctx() ctx: Context,
    @Arg("key", () => ID) key: string,
    @Arg("reason", () => String, { description: "What was done about it, 3 to 500 characters, for the audit log." }) reason: string,
  ): Promise<BillingIncident> {
    return toBillingIncident(await resolveBillingIncident(ctx, { key, reason }));
  }
}
