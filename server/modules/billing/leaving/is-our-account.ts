import { type PaymentsPort, UnknownCustomer } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { findCatalogue } from "../catalogue/catalogue.store";
import { LOOKUP_KEYS } from "../catalogue/sync-catalogue";
import { lastSyncedCustomer } from "./leaving.store";

/**
 * Whether Stripe, as we ask it now, is the account that we have been at: it sells what we know, and knows somebody else of ours. Both,
 * for once a night the catalogue is taken over from whatever account the key leads to.
 */
export async function isOurAccount(ctx: Context, { payments, besides }: { payments: PaymentsPort; besides: string }): Promise<boolean> {
  const [sold, known, other] = await Promise.all([payments.cataloguePrices(LOOKUP_KEYS), findCatalogue(ctx), lastSyncedCustomer(ctx, besides)]);
  const ours = new Set(known.map(({ stripeId }) => stripeId));
  return sold.some(({ priceId }) => ours.has(priceId)) && (other === null || (await isKnown(payments, other)));
}

async function isKnown(payments: PaymentsPort, customerId: string): Promise<boolean> {
  try {
    await payments.customerTruth(customerId);
    return true;
  } catch (error) {
    if (error instanceof UnknownCustomer) return false;
    throw error;
  }
}
