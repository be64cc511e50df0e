import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import { saveGrant } from "./entitlement.store";

export interface Gift {
  /** What it is for: a second gift under the same name replaces the first. */
  name: string;
  validUntil: Date | null;
}

/** Gives a person premium without a subscription, until `validUntil` or until changed, and remembers that it was given. */
export async function grantPremium(ctx: Context, userId: string, { name, validUntil }: Gift): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await saveGrant(ctx, userId, { sourceId: name, validUntil });
    await record(ctx, {
      category: "BUSINESS",
      action: "billing.premium.granted",
      description: "Premium was granted.",
      subjectId: userId,
      metadata: { name, validUntil: validUntil?.toISOString() ?? null },
    });
  });
}
