import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { findUser } from "../../accounts";
import { record } from "../../audit";
import { sendEmail } from "../../messaging";
import { resolveIncident } from "../incidents/incidents.store";
import { isLive } from "../standing/access.rules";
import { findSubscription, paidInvoicesOf, type PaidInvoice, type Watched } from "../sync/sync.store";
import { syncCustomer } from "../sync/sync-customer";
import { giveBack } from "./give-back";
import { incidentKey, type Unwanted, type Why } from "./refuse-unwanted";

/**
 * Ends a subscription at the provider that must not live, after a fresh look whether that is still so. What a duplicate cost is given
 * back, and what was paid for an account that is gone. Done again after a crash, whatever was done is done once: every call finds its work done.
 */
export async function endSubscription(ctx: Context, unwanted: Unwanted): Promise<void> {
  const { customerId, subscriptionId, why } = unwanted;
  await syncCustomer(ctx, customerId);
  const row = await findSubscription(ctx, subscriptionId);
  if (!row || (isLive(row.status) && !isStillUnwanted(why, row))) return void (await resolveIncident(ctx, incidentKey(why, subscriptionId)));
  if (isLive(row.status)) await ctx.gateways.payments.endSubscription(subscriptionId, `end:${subscriptionId}`);
  const isWhole = await giveBackFor(ctx, unwanted, row);
  await syncCustomer(ctx, customerId);
  if (isWhole) await inTransaction(ctx, (ctx) => conclude(ctx, unwanted, row.userId));
}

const isStillUnwanted = (why: Why, { isCurrent, revokedAt, status, userId }: Watched): boolean => {
  if (why === "revoked") return revokedAt !== null;
  if (why === "second-trial") return status === "trialing";
  return why === "duplicate" ? !isCurrent : userId === null;
};

/** False when something could not be given back: then the incident stays open. */
async function giveBackFor(ctx: Context, { subscriptionId, why }: Unwanted, { leftAt }: Watched): Promise<boolean> {
  if (why !== "duplicate" && why !== "no-account") return true;
  const isNobodys = ({ paidAt }: PaidInvoice) => why === "duplicate" || (leftAt !== null && paidAt !== null && paidAt > leftAt);
  const invoices = (await paidInvoicesOf(ctx, subscriptionId)).filter((invoice) => isNobodys(invoice) && invoice.amountRefunded < invoice.amountPaid);
  let isWhole = true;
  for (const { stripeId } of invoices) isWhole = (await giveBack(ctx, stripeId)) && isWhole;
  return isWhole;
}

async function conclude(ctx: Context, { why, subscriptionId, customerId }: Unwanted, userId: string | null): Promise<void> {
  if (!(await resolveIncident(ctx, incidentKey(why, subscriptionId)))) return;
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
