import { after, days, hours } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { record } from "../../audit";
import { syncCatalogue } from "../catalogue/sync-catalogue";
import { noteFailed } from "../checkout/attempts.store";
import { noteEnd } from "../checkout/checkout-page";
import { receivePaymentEvent } from "../inbox/receive-payment-event";
import { NobodysCustomer } from "../sync/owner-of";
import { syncCustomer } from "../sync/sync-customer";
import { customersNotSyncedSince, overdueCheckouts } from "./reconcile.store";
import { inLanes, newTally, type Tally } from "./tally";

/** Whoever has a subscription is fetched each time; who has none any more, daily, and so well within what the invariants allow. */
const STALE_AFTER = hours(24);
/** As far back as Stripe lists events. One that is stored already is stored once. */
const EVENTS_SINCE = days(30);

/**
 * Makes our rows equal to Stripe's truth, for everything at once: what a webhook should have told is found here when none came.
 * Every part can be done again, so a run that was stopped in the middle is simply run again. What fails stops nothing else; that
 * something failed is thrown at the end, as one error.
 */
export async function reconcile(ctx: Context): Promise<void> {
  const tally = newTally(ctx);
  const { payments } = ctx.gateways;
  const sync = syncOnce(ctx, tally);
  await tally.attempt("the catalogue", () => syncCatalogue(ctx));
  await tally.attempt("the payment pages", () => settleCheckouts(ctx, tally));
  await tally.attempt("the list of customers with subscriptions", () => inLanes(payments.customersWithSubscriptions(), sync));
  await tally.attempt("the list of customers not synced for a day", () => inLanes(customersNotSyncedSince(ctx, after(ctx.clock.now(), -STALE_AFTER)), sync));
  await tally.attempt("the list of undelivered events", () => receiveUndelivered(ctx, tally));
  await conclude(ctx, tally);
}

/** Each customer once in a run, in whatever list. One that fails is not tried a second time. */
function syncOnce(ctx: Context, tally: Tally): (customerId: string) => Promise<void> {
  const seen = new Set<string>();
  return async (customerId) => {
    if (seen.has(customerId)) return;
    seen.add(customerId);
    await tally.attempt(customerId, () => syncCustomer(ctx, customerId).then(() => void (tally.done.customers += 1), unlessNobodys));
  };
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

async function conclude(ctx: Context, { done, failures }: Tally): Promise<void> {
  const metadata = { ...done, failures: failures.length };
  await record(ctx, { action: "billing.reconciled", category: "BUSINESS", description: "Our rows were compared with Stripe's truth.", metadata });
  if (failures.length > 0) throw new Error(`The reconciliation was done for ${done.customers} customers, and failed for ${failures.length}: ${failures.slice(0, 10).join(", ")}.`);
}
