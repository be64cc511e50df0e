import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import { findCustomerOf } from "../customers/customers.store";

export const FORGET_CUSTOMER = "billing.forget-customer";

/** Days rather than hours: the person has gone, and nobody else would notice that their name is still at Stripe. */
const ATTEMPTS = 20;

/** Asks, in the transaction that deletes the account, that Stripe forgets who its customer was. */
export async function askToForget(ctx: Context, userId: string): Promise<void> {
  const customer = await findCustomerOf(ctx, userId);
  if (!customer) return;
  const customerId = customer.stripeId;
  await enqueue(ctx, { name: FORGET_CUSTOMER, payload: { customerId }, key: `forget:${customerId}`, maxAttempts: ATTEMPTS });
}

/** Takes name, address and e-mail off the customer at Stripe. Invoices that were issued keep what they must. */
export const forgetCustomer = (ctx: Context, { customerId }: { customerId: string }): Promise<void> => ctx.gateways.payments.forgetCustomer(customerId);
