import type { Context } from "../../../platform/context";
import { resolveIncident } from "../incidents/incidents.store";
import { syncCustomer } from "../sync/sync-customer";
import { giveBack } from "./give-back";
import type { OfEnded } from "./settle-ended";

/** Makes an open invoice of an ended subscription void, so that nobody can pay for nothing. */
export async function voidInvoice(ctx: Context, { customerId, invoiceId }: OfEnded): Promise<void> {
  await ctx.gateways.payments.voidInvoice(invoiceId);
  await syncCustomer(ctx, customerId);
}

/** What can't be given back leaves its incident open. */
export async function giveBackPaidForNothing(ctx: Context, { customerId, invoiceId }: OfEnded): Promise<void> {
  const isWhole = await giveBack(ctx, invoiceId);
  await syncCustomer(ctx, customerId);
  if (isWhole) await resolveIncident(ctx, `paid-after-end:${invoiceId}`);
}
