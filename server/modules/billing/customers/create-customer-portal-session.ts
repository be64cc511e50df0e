import { UnknownCustomer } from "../../../gateways/payments/port";
import { type Context, viewerOf } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { paymentsInTime } from "../payments-in-time";
import { findCustomerOf } from "./customers.store";
import { findSyncedCustomer } from "./ensure-customer";

/** Opens Stripe's portal for the caller, who comes back to the billing page. Refuses with NO_SUBSCRIPTION who has never been to the checkout. */
export async function createCustomerPortalSession(ctx: Context, { flow }: { flow: "PAYMENT_METHOD_UPDATE" | null }): Promise<{ url: string }> {
  const { userId } = viewerOf(ctx);
  const customer = await findCustomerOf(ctx, userId);
  if (!customer || customer.deletedAt) throw nothingThere();
  const payments = paymentsInTime(ctx);
  const portal = { customerId: customer.stripeId, returnUrl: `${ctx.config.webUrl}/billing?back=portal`, flow: flow && { kind: "payment_method_update" as const } };
  return payments.openPortal(portal).catch(async (error: unknown) => {
    if (!(error instanceof UnknownCustomer)) throw error;
    const now = await findSyncedCustomer(ctx, userId, payments);
    throw now?.deletedAt ? nothingThere() : new Refusal("CONFLICT", "Something of yours is changing at our payment provider just now. Please try again in a moment.");
  });
}

const nothingThere = () => new Refusal("NO_SUBSCRIPTION", "There is nothing of yours at our payment provider yet.");
