import { type Context, viewerOf } from "../../../platform/context";
import { getUser, type UserRow } from "../../accounts";
import { findCustomerOf } from "../customers/customers.store";
import { paymentsInTime } from "../payments-in-time";
import { syncForPerson } from "../customers/unknown-customer";

/** Fetches and writes what Stripe knows of the caller. For who has never been at Stripe there is nothing to fetch. */
export async function refreshSubscription(ctx: Context): Promise<UserRow> {
  const { userId } = viewerOf(ctx);
  const customer = await findCustomerOf(ctx, userId);
  if (customer) await syncForPerson(ctx, customer.stripeId, paymentsInTime(ctx));
  return getUser(ctx, userId);
}
