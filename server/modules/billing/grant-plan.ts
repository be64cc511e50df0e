import type { Context } from "../../platform/context";
import { inTransaction } from "../../platform/transaction";
import { record } from "../audit";
import type { Grant } from "./entitlement.rules";
import { saveGrant } from "./entitlement.store";

/** Gives a person a plan, until `validUntil` or until changed, and remembers that it was given. */
export async function grantPlan(ctx: Context, userId: string, grant: Grant): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await saveGrant(ctx, userId, grant);
    await record(ctx, {
      category: "BUSINESS",
      action: "billing.plan.granted",
      description: `The ${grant.plan} plan was granted.`,
      subjectId: userId,
      metadata: { plan: grant.plan, validUntil: grant.validUntil?.toISOString() ?? null },
    });
  });
}
