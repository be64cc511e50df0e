import { seconds } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { closeOpenCheckouts } from "../checkout/close-open-checkouts";
import { findCustomerOf } from "../customers/customers.store";
import { isOver } from "../standing/access.rules";
import { syncCustomer } from "../sync/sync-customer";
import { subscriptionsOf } from "./leaving.store";

/** The person waits in front of this, so all calls share it. */
const PATIENCE = seconds(5);

/**
 * Ends at Stripe whatever would go on to charge somebody who is about to delete their account: payment pages that are open,
 * and every subscription that has not ended. What counts is Stripe's truth, fetched now: a payment whose webhook is still on
 * its way must not be left behind. Throws PaymentsUnavailable when Stripe can't be asked; called again, it goes on.
 */
export async function endBilling(ctx: Context, userId: string): Promise<void> {
  const customer = await findCustomerOf(ctx, userId);
  if (!customer) return;
  const payments = ctx.gateways.payments.within(PATIENCE);
  await closeOpenCheckouts(ctx, userId, payments);
  await syncCustomer(ctx, customer.stripeId, payments);
  const running = (await subscriptionsOf(ctx, customer.stripeId)).filter(({ status }) => !isOver(status));
  if (running.length === 0) return;
  await Promise.all(running.map(({ stripeId }) => payments.endSubscription(stripeId, `leave:${stripeId}`)));
  await syncCustomer(ctx, customer.stripeId, payments);
}
