import { NotPossible, type PaymentsPort, UnknownCustomer } from "../../../gateways/payments/port";
import { seconds } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { closeOpenCheckouts } from "../checkout/close-open-checkouts";
import { findCustomerOf } from "../customers/customers.store";
import { noteUnknownCustomer } from "../customers/unknown-customer";
import { isOver } from "../standing/access.rules";
import { syncLeavingCustomer } from "../sync/sync-customer";
import { isOurAccount } from "./is-our-account";
import { subscriptionsOf } from "./leaving.store";

/** The person waits in front of this, so all calls share it. */
const PATIENCE = seconds(5);

/**
 * Ends at Stripe whatever would go on to charge somebody who is about to delete their account: payment pages that are open,
 * and every subscription that has not ended. What counts is Stripe's truth, fetched now: a payment whose webhook is still on
 * its way must not be left behind. Throws PaymentsUnavailable when Stripe can't be asked, and refuses with
 * PAYMENT_PROVIDER_UNAVAILABLE while one of them goes on all the same; called again, it goes on.
 */
export async function endBilling(ctx: Context, userId: string): Promise<void> {
  const customer = await findCustomerOf(ctx, userId);
  if (!customer) return;
  const payments = ctx.gateways.payments.within(PATIENCE);
  await closeOpenCheckouts(ctx, userId, payments);
  try {
    await endAll(ctx, customer.stripeId, payments);
  } catch (error) {
    if (!(error instanceof UnknownCustomer)) throw error;
    await requireOurAccount(ctx, customer.stripeId, payments);
  }
}

async function endAll(ctx: Context, customerId: string, payments: PaymentsPort): Promise<void> {
  const running = await runningOf(ctx, customerId, payments);
  if (running.length === 0) return;
  await Promise.all(running.map((subscriptionId) => payments.endSubscription(subscriptionId, `leave:${subscriptionId}`).catch((error: unknown) => unlessKept(ctx, error))));
  if ((await runningOf(ctx, customerId, payments)).length > 0) {
    throw new Refusal("PAYMENT_PROVIDER_UNAVAILABLE", "Our payment provider would not end your subscription, so nothing is deleted: you would be charged without an account. Please try again, or write to us.");
  }
}

/** What Stripe has not ended, as it is this moment. Of a deleted customer nothing runs. */
async function runningOf(ctx: Context, customerId: string, payments: PaymentsPort): Promise<string[]> {
  await syncLeavingCustomer(ctx, customerId, payments);
  return (await subscriptionsOf(ctx, customerId)).filter(({ status }) => !isOver(status)).map(({ stripeId }) => stripeId);
}

/** What has not ended is seen by the fetch that follows. */
function unlessKept(ctx: Context, error: unknown): void {
  if (!(error instanceof NotPossible)) throw error;
  ctx.log.error({ err: error }, "Stripe would not end the subscription of somebody who leaves");
}

/** Whom our own account at Stripe does not know, we can't charge. Asked with the key of another account, Stripe knows nobody, and goes on to charge them. */
async function requireOurAccount(ctx: Context, customerId: string, payments: PaymentsPort): Promise<void> {
  await noteUnknownCustomer(ctx, customerId);
  if (await isOurAccount(ctx, { payments, besides: customerId })) return;
  throw new Refusal("PAYMENT_PROVIDER_UNAVAILABLE", "Our payment provider can't find you just now, so nothing is deleted: you might be charged without an account. We have been told, and are looking into it.");
}
