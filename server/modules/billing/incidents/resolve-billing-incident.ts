import type { Context } from "../../../platform/context";
import { notFound } from "../../../platform/refusal";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import { requireReason } from "../require-reason";
import { findIncident, resolveIncident, type IncidentRow } from "./incidents.store";

export interface Resolution {
  key: string;
  reason: string;
}

/** Closes an incident, with what was done about it. One that is closed stays as it is. */
export async function resolveBillingIncident(ctx: Context, { key, reason }: Resolution): Promise<IncidentRow> {
  const why = requireReason(reason);
  return inTransaction(ctx, async (ctx) => {
    const isNews = await resolveIncident(ctx, key);
    const incident = await findIncident(ctx, key);
    if (!incident) throw notFound("incident");
    if (isNews) {
      await record(ctx, {
        action: "billing.incident.resolved",
        category: "BUSINESS",
        description: "An administrator closed an incident of billing.",
        subjectId: incident.userId,
        metadata: { key, kind: incident.kind, reason: why },
      });
    }
    return incident;
  });
}
