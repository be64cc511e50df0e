import { NotPossible, type PaymentsPort } from "../../../gateways/payments/port";
import { type Context, viewerOf } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { findCustomerOf } from "../customers/customers.store";
import { syncForPerson } from "../customers/unknown-customer";
import { getSubscription, liveSubscriptionsOf, type SubscriptionRow } from "./subscriptions.store";

/**
 * The caller's subscription as it is at Stripe this moment: what is decided on must not be what a portal or the end of a
 * period has changed meanwhile. Refuses with NO_SUBSCRIPTION when there is none that lives.
 */
export async function getLiveSubscription(ctx: Context, payments: PaymentsPort): Promise<SubscriptionRow> {
  const { userId } = viewerOf(ctx);
  const customer = await findCustomerOf(ctx, userId);
  if (customer) await syncForPerson(ctx, customer.stripeId, payments);
  return requireLiveSubscription(ctx);
}

/** The caller's subscription as we know it. */
export async function requireLiveSubscription(ctx: Context): Promise<SubscriptionRow> {
  const [current] = await liveSubscriptionsOf(ctx, viewerOf(ctx).userId);
  if (!current) throw new Refusal("NO_SUBSCRIPTION", "You have no subscription at the moment.");
  return current;
}

/** The subscription after something was asked of Stripe: fetched, written, and read from our own rows. */
export async function afterwards(ctx: Context, { id, customerId }: SubscriptionRow, payments: PaymentsPort): Promise<SubscriptionRow> {
  await syncForPerson(ctx, customerId, payments);
  return getSubscription(ctx, id);
}

/**
 * For a call that Stripe refuses for how things stand: what is so by now is fetched, and told. Over meanwhile, it is NO_SUBSCRIPTION;
 * alive it is CONFLICT, and logged, for then it may be our own mistake.
 */
export async function orRefuse<Answer>(ctx: Context, payments: PaymentsPort, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    await getLiveSubscription(ctx, payments);
    ctx.log.error({ err: error }, "Stripe refused what somebody asked of their subscription");
    throw new Refusal("CONFLICT", "Our payment provider won't do this with your subscription as it is now. Please look at it again; if it stays so, write to us.");
  }
}
