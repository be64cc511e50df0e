import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import { findUser } from "../../accounts";
import { findCustomerOf } from "../customers/customers.store";

export const UPDATE_CUSTOMER = "billing.update-customer";

/** Asks, in the transaction that changes name or address, that Stripe is told; for somebody without a customer it does nothing. */
export const askToUpdate = (ctx: Context, userId: string): Promise<void> => enqueue(ctx, { name: UPDATE_CUSTOMER, payload: { userId }, key: `update-customer:${userId}` });

/** Sends Stripe the name and address that a user has by now, so that receipts and invoices reach them. */
export async function updateCustomer(ctx: Context, { userId }: { userId: string }): Promise<void> {
  const [user, customer] = await Promise.all([findUser(ctx, userId), findCustomerOf(ctx, userId)]);
  if (!user || !customer) return;
  await ctx.gateways.payments.updateCustomer(customer.stripeId, { email: user.email, name: user.name });
  // Deleted meanwhile, the account may have been forgotten before this reached Stripe.
  if (!(await findUser(ctx, userId))) await ctx.gateways.payments.forgetCustomer(customer.stripeId);
}
