import { type Context, viewerOf } from "../../../platform/context";
import { badInput, Refusal } from "../../../platform/refusal";
import { getUser } from "../../accounts";
import { isSoldIn, readCurrency } from "../catalogue/price.rules";
import type { PriceRow } from "../catalogue/catalogue.store";
import { getPriceOnSale } from "../catalogue/read-catalogue";
import { trialDaysForUser } from "../catalogue/trial-offer";
import { findSyncedCustomer } from "../customers/ensure-customer";
import { paymentsInTime } from "../payments-in-time";
import { findPage } from "./find-page";
import { refuseWhileSubscribed } from "./refuse-while-subscribed";

export interface CheckoutInput {
  priceId: string;
  /** One of the price's currencies; its own when null. */
  currency: string | null;
}

/**
 * The page at Stripe where the caller buys premium. However often and wherever it is asked for, there is one page, one
 * customer, and no second subscription: ALREADY_SUBSCRIBED while one lives at Stripe, which is asked first. Grants nothing.
 */
export async function createCheckoutSession(ctx: Context, { priceId, currency }: CheckoutInput): Promise<{ url: string }> {
  const payments = paymentsInTime(ctx);
  const user = await getUser(ctx, viewerOf(ctx).userId);
  if (!user.emailVerifiedAt) throw new Refusal("EMAIL_NOT_VERIFIED", "Please confirm your e-mail address first: receipts go there.");
  const price = await getPriceOnSale(ctx, priceId, payments);
  const paidIn = requireCurrency(price, currency);
  const customer = await findSyncedCustomer(ctx, user.id, payments);
  await refuseWhileSubscribed(ctx, user.id);
  const trialDays = await trialDaysForUser(ctx, user);
  return { url: await findPage(ctx, { userId: user.id, priceId, currency: paidIn, trialDays, since: customer?.deletedAt ?? null }, payments) };
}

/** Null for the price's own currency, so that naming it or not is the same order. */
function requireCurrency(price: PriceRow, text: string | null): string | null {
  if (text === null) return null;
  const currency = readCurrency(text);
  if (!isSoldIn(price, currency)) throw badInput("currency", "This is not sold in that currency.");
  return currency === price.currency ? null : currency;
}
