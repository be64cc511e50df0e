import { type CheckoutPage, type NewCheckout, type PaymentsPort, PaymentsUnavailable } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import { ensureCustomer } from "../customers/ensure-customer";
import { type AttemptRow, leadsTo, noteClosed, noteFailed, noteOpened } from "./attempts.store";

/** The order as an attempt tells it: for one attempt always the same, since Stripe knows it by the attempt's id. */
function orderOf({ config }: Context, attempt: AttemptRow, customerId: string): NewCheckout {
  const { id: attemptId, userId, priceId, currency, trialDays, expiresAt } = attempt;
  return {
    ...{ attemptId, userId, customerId, priceId, currency, trialDays, expiresAt },
    successUrl: `${config.webUrl}/billing/welcome?session={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${config.webUrl}/pricing`,
    promotionCodes: config.stripe.promotionCodes,
    automaticTax: config.stripe.automaticTax,
  };
}

/**
 * Opens the attempt's page at Stripe; asked again, also by somebody else, it is the same page. When Stripe refuses, the
 * attempt has failed. When nothing is known of what became of the call, the attempt stays begun, to be taken up again: a page
 * whose address nobody was told can't be paid on.
 * Null: the attempt was ended meanwhile, and its page is closed again.
 */
export async function openPage(ctx: Context, attempt: AttemptRow, payments: PaymentsPort): Promise<CheckoutPage | null> {
  const page = await askForPage(ctx, attempt, payments).catch(async (error: unknown) => {
    const isUnknown = error instanceof PaymentsUnavailable && !error.answered;
    if (!isUnknown) await noteFailed(ctx, attempt.id);
    throw error;
  });
  if ((await notePage(ctx, attempt, page)) || (await leadsTo(ctx, attempt.id, page.sessionId))) return page;
  await payments.expireCheckout(page.sessionId);
  return null;
}

async function askForPage(ctx: Context, attempt: AttemptRow, payments: PaymentsPort): Promise<CheckoutPage> {
  const customer = await ensureCustomer(ctx, attempt.userId, { generation: attempt.id, payments });
  return payments.openCheckout(orderOf(ctx, attempt, customer.stripeId));
}

/** The page and its entry in the audit log are noted together, by one of those who opened it. */
function notePage(ctx: Context, { id, userId, priceId, currency, trialDays }: AttemptRow, page: CheckoutPage): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const first = await noteOpened(ctx, id, page);
    if (first) {
      await record(ctx, {
        category: "BUSINESS",
        action: "billing.checkout.opened",
        description: "A payment page was opened.",
        subjectId: userId,
        metadata: { attemptId: id, sessionId: page.sessionId, priceId, currency, trialDays },
      });
    }
    return first;
  });
}

/** Notes that a page can no longer be paid on. True when that is because it has been. */
export async function noteEnd(ctx: Context, sessionId: string, page: CheckoutPage | null): Promise<boolean> {
  const paid = page?.status === "complete";
  await noteClosed(ctx, sessionId, paid ? "COMPLETE" : "EXPIRED");
  return paid;
}
