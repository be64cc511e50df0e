import { type Context, viewerOf } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { paymentsInTime } from "../payments-in-time";
import { findCustomerOf } from "./customers.store";

/** Opens Stripe's portal for the caller, who comes back to the billing page. Refuses with NO_SUBSCRIPTION who has never been to the checkout. */
export async function createCustomerPortalSession(ctx: Context, { flow }: { flow: "PAYMENT_METHOD_UPDATE" | null }): Promise<{ url: string }> {
  const customer = await findCustomerOf(ctx, viewerOf(ctx).userId);
  if (!customer || customer.deletedAt) throw new Refusal("NO_SUBSCRIPTION", "There is nothing of yours at our payment provider yet.");
  return paymentsInTime(ctx).openPortal({
    customerId: customer.stripeId,
    returnUrl: `${ctx.config.webUrl}/billing?back=portal`,
    flow: flow && { kind: "payment_method_update" },
  });
}
