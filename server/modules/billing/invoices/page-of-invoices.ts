import type { Context } from "../../../platform/context";
import { type Connection, requirePage, toConnection } from "../../../platform/paging";
import { type Invoice, toInvoice } from "./invoice.graphql";
import { firstInvoicesOf, newestInvoices } from "./invoices.store";

/** A page of somebody's invoices. First pages of many people on one page of users are fetched together. */
export async function pageOfInvoices(ctx: Context, userId: string, { first, after }: { first: number; after?: string | null }): Promise<Connection<Invoice>> {
  const page = requirePage(first, after);
  const rows = page.after === null ? await firstInvoicesOf(ctx, page).load(userId) : (await newestInvoices(ctx, [userId], page)).get(userId);
  return toConnection(rows ?? [], page, { placeIn: ({ createdAt: at, id }) => ({ at, id }), toNode: toInvoice });
}
