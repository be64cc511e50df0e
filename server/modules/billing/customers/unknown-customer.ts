import { type PaymentsPort, UnknownCustomer } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { findOwner } from "../sync/owners.store";
import { syncCustomer } from "../sync/sync-customer";
import { noteIncident } from "../incidents/incidents.store";

/** Notes, once, that the provider does not know one of our customers: for people, who see whether the key is the right one. */
export async function noteUnknownCustomer(ctx: Context, customerId: string): Promise<void> {
  const owner = await findOwner(ctx, customerId);
  const detail = "Stripe does not know this customer: the key is of another account or mode, or the customer was made with one. Nothing of theirs can be compared.";
  const isNew = await noteIncident(ctx, { key: `unknown-customer:${customerId}`, kind: "unknown-customer", customerId, userId: owner?.userId ?? null, detail });
  if (isNew) ctx.log.error({ customerId }, "Stripe does not know one of our customers");
}

/** Fetches and writes what Stripe knows of somebody who waits. A customer that it does not know is told as trouble of the provider's, and noted. */
export async function syncForPerson(ctx: Context, customerId: string, payments: PaymentsPort): Promise<void> {
  try {
    await syncCustomer(ctx, customerId, payments);
  } catch (error) {
    if (!(error instanceof UnknownCustomer)) throw error;
    await noteUnknownCustomer(ctx, customerId);
    throw new Refusal("PAYMENT_PROVIDER_UNAVAILABLE", "Our payment provider can't find you just now. We have been told, and are looking into it; nothing of yours has changed.");
  }
}
