import type { CustomerTruth } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { isId } from "../../../platform/ids";
import { findUser } from "../../accounts";
import { noteIncident } from "../incidents/incidents.store";
import { adoptCustomer, findOwner, type Owner } from "./owners.store";

/** The customer belongs to none of our users: somebody else's at the same Stripe account, or made by hand. */
export class NobodysCustomer extends Error {
  override name = "NobodysCustomer";
  constructor(customerId: string) {
    super(`No user of ours is the customer ${customerId}.`);
  }
}

/**
 * The user behind a customer. A webhook may come before our own row is written: then our
 * metadata says whose it is. Throws NobodysCustomer.
 */
export async function ownerOf(ctx: Context, { customerId, livemode, metadata: { userId } }: CustomerTruth): Promise<Owner> {
  const owner = await findOwner(ctx, customerId);
  if (owner) return owner;
  if (!userId || !isId(userId) || !(await findUser(ctx, userId))) throw new NobodysCustomer(customerId);
  if (await adoptCustomer(ctx, { customerId, userId, livemode })) return { userId, leftAt: null };
  await noteIncident(ctx, { key: `second-customer:${customerId}`, kind: "second-customer", customerId, userId, detail: "A second customer at Stripe names this user; it is left alone." });
  throw new NobodysCustomer(customerId);
}
