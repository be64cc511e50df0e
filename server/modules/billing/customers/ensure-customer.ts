import type { PaymentsPort } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { getUser } from "../../accounts";
import { type CustomerRow, findCustomerOf, saveCustomer } from "./customers.store";
import { syncForPerson } from "./unknown-customer";

/**
 * The user's one customer at Stripe, made at first use. `generation` must be the same for all who ask at the same time, so that
 * they get the same customer, and another one once Stripe has answered with an error: it repeats its answer to a key for a
 * day. A customer that was deleted at Stripe makes way for a new one.
 */
export async function ensureCustomer(ctx: Context, userId: string, { generation, payments }: { generation: string; payments: PaymentsPort }): Promise<CustomerRow> {
  const known = await findCustomerOf(ctx, userId);
  if (known && known.deletedAt === null) return known;
  const { email, name } = await getUser(ctx, userId);
  const { customerId, livemode } = await payments.createCustomer({ userId, email, name, key: `customer:${userId}:${generation}` });
  return inTransaction(ctx, (ctx) => saveCustomer(ctx, userId, { stripeId: customerId, livemode, replaces: known?.stripeId ?? null }));
}

/** The user's customer, once everything that Stripe knows of it is written down; null for who has never had one. It may turn out to be deleted. Refuses, for the person, with PAYMENT_PROVIDER_UNAVAILABLE where Stripe does not know it. */
export async function findSyncedCustomer(ctx: Context, userId: string, payments: PaymentsPort): Promise<CustomerRow | null> {
  const known = await findCustomerOf(ctx, userId);
  if (!known || known.deletedAt) return known;
  await syncForPerson(ctx, known.stripeId, payments);
  return findCustomerOf(ctx, userId);
}
