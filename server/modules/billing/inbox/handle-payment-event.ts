import { PaymentsUnavailable } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import { syncCatalogue } from "../catalogue/sync-catalogue";
import { settleAttempt } from "../checkout/settle-attempt";
import { type Incident, noteIncident } from "../incidents/incidents.store";
import { NobodysCustomer } from "../sync/owner-of";
import { syncCustomer } from "../sync/sync-customer";
import { effectOf } from "./event-types.rules";
import { beginAttempt, ignoreEvent, type InboxEvent, nameCustomer, noteFailure, settleEvents } from "./inbox.store";

/**
 * Does what a stored event asks for: fetches the truth and writes it. Done twice it is done once. Throws when it should be tried
 * again; what went wrong stands on the event until then.
 */
export async function handlePaymentEvent(ctx: Context, eventId: string): Promise<void> {
  const event = await beginAttempt(ctx, eventId);
  if (!event) return;
  try {
    await takeEffect(ctx, event);
    await settleEvents(ctx, [event.id]);
  } catch (error) {
    if (error instanceof NobodysCustomer) return ignoreEvent(ctx, event.id, error.message);
    await noteFailure(ctx, event.id, reasonOf(error));
    throw error;
  }
}

/** An error's own text may hold what is nobody's business; its kind and, of the provider's troubles, their own words may be seen. */
function reasonOf(error: unknown): string {
  if (error instanceof PaymentsUnavailable) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message.split("\n").at(-1)}` : "Something was thrown that is no error.";
}

async function takeEffect(ctx: Context, event: InboxEvent): Promise<void> {
  const effect = effectOf(event.type);
  if (effect === "catalogue") return syncCatalogue(ctx);
  const customerId = await customerOf(ctx, event);
  if (effect === "checkout" && event.objectId) await settleAttempt(ctx, { sessionId: event.objectId });
  if (!customerId) throw new NobodysCustomer("that it does not name");
  await syncCustomer(ctx, customerId);
  const incident = incidentOf(event, customerId);
  if (incident) await noteIncident(ctx, incident);
}

/** Disputes and warnings of fraud name a charge only, and that names the customer. */
async function customerOf(ctx: Context, { id, customerId, chargeId }: InboxEvent): Promise<string | null> {
  if (customerId || !chargeId) return customerId;
  const found = await ctx.gateways.payments.customerOfCharge(chargeId);
  if (found) await nameCustomer(ctx, id, found);
  return found;
}

function incidentOf({ type, objectId, chargeId }: InboxEvent, customerId: string): Incident | null {
  const about = { customerId, userId: null };
  if (effectOf(type) === "warning") {
    return { ...about, key: `fraud-warning:${chargeId}`, kind: "fraud-warning", detail: `The card's issuer reports that charge ${chargeId} was fraud. Refunding it in full now spares a dispute.` };
  }
  if (effectOf(type) === "stuck") {
    return { ...about, key: `invoice-not-finalized:${objectId}`, kind: "invoice-not-finalized", detail: `Stripe could not finalize invoice ${objectId}: its page at Stripe says what is missing.` };
  }
  return null;
}
