import { UnknownCustomer } from "../../../gateways/payments/port";
import { after, days, hours } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import { record } from "../../audit";
import { syncCatalogue } from "../catalogue/sync-catalogue";
import { noteFailed } from "../checkout/attempts.store";
import { noteEnd } from "../checkout/checkout-page";
import { receivePaymentEvent } from "../inbox/receive-payment-event";
import { NobodysCustomer } from "../sync/owner-of";
import { SYNC_CUSTOMER, syncCustomer } from "../sync/sync-customer";
import { customersNotSyncedSince, overdueCheckouts } from "./reconcile.store";
import { inLanes, newTally, type Tally } from "./tally";

/** Whoever has a subscription is fetched each time; who has none any more, daily, and so well within what the invariants allow. */
const STALE_AFTER = hours(24);
/** As far back as Stripe lists events. One that is stored already is stored once. */
const EVENTS_SINCE = days(30);

/**
 * Makes our rows equal to Stripe's truth, for everything at once: what a webhook should have told is found here when none came.
 * Every part can be done again, so a run that was stopped in the middle is simply run again. What fails stops nothing else. A customer
 * that fails is left to a job of its own, which is tried again without walking everybody once more, and is among those that are
 * returned; that something else failed is thrown at the end, as one error.
 */
export async function reconcile(ctx: Context): Promise<{ failedCustomers: readonly string[] }> {
  const tally = newTally(ctx);
  const { payments } = ctx.gateways;
  const sync = syncOnce(ctx, tally);
  await tally.attempt("the catalogue", () => syncCatalogue(ctx));
  await tally.attempt("the payment pages", () => settleCheckouts(ctx, tally));
  await tally.attempt("the list of customers with subscriptions", () => inLanes(payments.customersWithSubscriptions(), sync));
  await tally.attempt("the list of customers not synced for a day", () => inLanes(customersNotSyncedSince(ctx, after(ctx.clock.now(), -STALE_AFTER)), sync));
  await tally.attempt("the list of undelivered events", () => receiveUndelivered(ctx, tally));
  return conclude(ctx, tally);
}

/** Each customer once in a run, in whatever list. One that fails is not tried a second time. */
function syncOnce(ctx: Context, tally: Tally): (customerId: string) => Promise<void> {
  const seen = new Set<string>();
  return async (customerId) => {
    if (seen.has(customerId)) return;
    seen.add(customerId);
    await tally.attempt(customerId, () => syncCustomer(ctx, customerId).then(() => void (tally.done.customers += 1), unlessNobodys).catch((error: unknown) => later(ctx, tally, { customerId, error })));
  };
}

/** Whom Stripe does not know it won't know in an hour: somebody must look first. */
async function later(ctx: Context, tally: Tally, { customerId, error }: { customerId: string; error: unknown }): Promise<never> {
  tally.failedCustomers.push(customerId);
  if (!(error instanceof UnknownCustomer)) await enqueue(ctx, { name: SYNC_CUSTOMER, payload: { customerId }, key: `reconcile:${customerId}` });
  throw error;
}

/** The same Stripe account may sell something else, to people we don't know. */
function unlessNobodys(error: unknown): void {
  if (!(error instanceof NobodysCustomer)) throw error;
}

async function receiveUndelivered(ctx: Context, tally: Tally): Promise<void> {
  for (const event of await ctx.gateways.payments.undeliveredEvents(after(ctx.clock.now(), -EVENTS_SINCE))) {
    await tally.attempt(event.eventId, () => receivePaymentEvent(ctx, event).then(() => void (tally.done.events += 1)));
  }
}

async function settleCheckouts(ctx: Context, tally: Tally): Promise<void> {
  for (const { id, sessionId } of await overdueCheckouts(ctx)) {
    await tally.attempt(`checkout ${id}`, () => settle(ctx, id, sessionId).then(() => void (tally.done.checkouts += 1)));
  }
}

/** Where a process died before it had noted the page, nobody ever got its address: nobody can have paid on it. */
async function settle(ctx: Context, id: string, sessionId: string | null): Promise<void> {
  if (sessionId) await noteEnd(ctx, sessionId, await ctx.gateways.payments.expireCheckout(sessionId));
  else await noteFailed(ctx, id);
}

async function conclude(ctx: Context, { done, failures, failedCustomers }: Tally): Promise<{ failedCustomers: readonly string[] }> {
  const metadata = { ...done, failures: failures.length };
  await record(ctx, { action: "billing.reconciled", category: "BUSINESS", description: "Our rows were compared with Stripe's truth.", metadata });
  const others = failures.filter((subject) => !failedCustomers.includes(subject));
  if (others.length > 0) throw new Error(`The reconciliation was done for ${done.customers} customers, and failed for ${failures.length}: ${[...others, ...failedCustomers].slice(0, 10).join(", ")}.`);
  return { failedCustomers };
}
