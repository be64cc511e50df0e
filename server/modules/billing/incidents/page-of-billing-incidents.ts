import type { Context } from "../../../platform/context";
import { type Connection, requirePage, toConnection } from "../../../platform/paging";
import { findIncidents, type IncidentRow } from "./incidents.store";

export interface PageRequest {
  first: number;
  after?: string | null;
  open?: boolean | null;
}

/** A page of what should never happen and did, newest first; `open` narrows them. */
export async function pageOfBillingIncidents(ctx: Context, { first, after, open = null }: PageRequest): Promise<Connection<IncidentRow>> {
  const page = requirePage(first, after);
  return toConnection(await findIncidents(ctx, page, open), page, { placeIn: ({ createdAt: at, id }) => ({ at, id }), toNode: (row) => row });
}
