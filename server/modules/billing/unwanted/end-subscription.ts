import { CannotRefund } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { findUser } from "../../accounts";
import { record } from "../../audit";
import { sendEmail } from "../../messaging";
import { resolveIncident } from "../incidents/incidents.store";
import { isLive } from "../standing/access.rules";
import { findSubscription, paidInvoicesOf, type Watched } from "../sync/sync.store";
import { syncCustomer } from "../sync/sync-customer";
import { incidentKey, type Unwanted, type Why } from "./refuse-unwanted";

/** Whose money is given back: nobody meant to pay it. */
const GIVEN_BACK: readonly Why[] = ["duplicate", "no-account"];

/**
 * Ends a subscription at the provider that must not live, after a fresh look whether that is still so. What a duplicate cost is given
 * back. Done again after a crash, whatever was done is done once: every call finds its work done.
 */
export async function endSubscription(ctx: Context, unwanted: Unwanted): Promise<void> {
  const { customerId, subscriptionId, why } = unwanted;
  const { payments } = ctx.gateways;
  await syncCustomer(ctx, customerId);
  const row = await findSubscription(ctx, subscriptionId);
  if (!row || (isLive(row.status) && !isStillUnwanted(why, row))) return void (await resolveIncident(ctx, incidentKey(why, subscriptionId)));
  await payments.endSubscription(subscriptionId, `end:${subscriptionId}`);
  const isWhole = !GIVEN_BACK.includes(why) || (await giveBack(ctx, subscriptionId));
  await syncCustomer(ctx, customerId);
  if (isWhole) await inTransaction(ctx, (ctx) => conclude(ctx, unwanted, row.userId));
}

const isStillUnwanted = (why: Why, { isCurrent, revokedAt, status, userId }: Watched): boolean => {
  if (why === "revoked") return revokedAt !== null;
  if (why === "second-trial") return status === "trialing";
  return why === "duplicate" ? !isCurrent : userId === null;
};

/** False when something could not be given back: then the incident stays open, for an administrator. */
async function giveBack(ctx: Context, subscriptionId: string): Promise<boolean> {
  let isWhole = true;
  for (const { stripeId, amountPaid, amountRefunded } of await paidInvoicesOf(ctx, subscriptionId)) {
    if (amountRefunded >= amountPaid) continue;
    try {
      // A key of its own each time: Stripe repeats its answer to a key for a day, an error too. All that is left can be given back once only.
      await ctx.gateways.payments.refundInvoice({ invoiceId: stripeId, amount: null, reason: "Bought twice, or for an account that is gone.", key: `give-back:${ctx.random.uuid()}` });
    } catch (error) {
      if (!(error instanceof CannotRefund)) throw error;
      isWhole &&= error.reason === "nothing-left";
      ctx.log.warn({ invoiceId: stripeId, reason: error.reason }, "what was paid by mistake could not be given back");
    }
  }
  return isWhole;
}

async function conclude(ctx: Context, { why, subscriptionId, customerId }: Unwanted, userId: string | null): Promise<void> {
  const isNews = why === "revoked" || (await resolveIncident(ctx, incidentKey(why, subscriptionId)));
  if (!isNews) return;
  await record(ctx, { category: "BUSINESS", severity: "WARNING", actorId: null, subjectId: userId, action: "billing.subscription.ended", description: "Etude ended a subscription that must not live.", metadata: { why, subscriptionId, customerId } });
  const user = userId ? await findUser(ctx, userId) : null;
  if (!user) return;
  const reader = { to: user.email, userId: user.id };
  if (why === "second-trial") await sendEmail(ctx, { ...reader, template: "billing-trial-refused", key: `trial-refused:${subscriptionId}`, data: { name: user.name, reason: "card" } });
  if (why === "duplicate") await sendEmail(ctx, { ...reader, template: "billing-duplicate-ended", key: `duplicate-ended:${subscriptionId}`, data: { name: user.name, refunded: await givenBack(ctx, subscriptionId) } });
}

async function givenBack(ctx: Context, subscriptionId: string): Promise<{ amount: number; currency: string } | null> {
  const invoices = await paidInvoicesOf(ctx, subscriptionId);
  const amount = invoices.reduce((sum, { amountRefunded }) => sum + amountRefunded, 0);
  return amount > 0 ? { amount, currency: invoices[0]?.currency ?? "" } : null;
}
