import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import { findCustomerOf, noteLeft } from "../customers/customers.store";
import { forgetCards } from "./leaving.store";

export const FORGET_CUSTOMER = "billing.forget-customer";

/** Days rather than hours: the person has gone, and nobody else would notice that their name is still at Stripe. */
const ATTEMPTS = 20;

/** In the transaction that deletes the account: forgets what need not be kept, and asks that Stripe forgets who its customer was. */
export async function askToForget(ctx: Context, userId: string): Promise<void> {
  const customer = await findCustomerOf(ctx, userId);
  await noteLeft(ctx, userId);
  await forgetCards(ctx, userId);
  if (!customer) return;
  const customerId = customer.stripeId;
  await enqueue(ctx, { name: FORGET_CUSTOMER, payload: { customerId }, key: `forget:${customerId}`, maxAttempts: ATTEMPTS });
}

/** Takes name, address, e-mail and cards off the customer at Stripe. Invoices that were issued keep what they must. */
export const forgetCustomer = (ctx: Context, { customerId }: { customerId: string }): Promise<void> => ctx.gateways.payments.forgetCustomer(customerId);
