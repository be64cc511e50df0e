import type { ProviderEvent } from "../../../gateways/payments/port";
import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";
import { SETTLED_BY_SYNC } from "./event-types.rules";

/** Stores an event unless it is known; false when it is. Of one that does nothing no more is kept than that it came. */
export async function insertEvent(ctx: Context, event: ProviderEvent & { id: string; isIgnored: boolean }): Promise<boolean> {
  const now = ctx.clock.now();
  const { id, eventId: stripeId, type, createdAt: sentAt, apiVersion, isIgnored } = event;
  const references = isIgnored ? {} : { customerId: event.customerId, userId: uuidOrNull(event.userId), objectId: event.objectId, chargeId: event.chargeId, apiVersion };
  const status = isIgnored ? "IGNORED" : "PENDING";
  const { count } = await ctx.db.webhookEvent.createMany({ data: { id, stripeId, type, sentAt, receivedAt: now, status, ...(isIgnored && { processedAt: now }), ...references }, skipDuplicates: true });
  return count === 1;
}

/** Metadata is free text: what is no id of ours names nobody. */
const uuidOrNull = (text: string | null) => (text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null);

const eventFields = { id: true, stripeId: true, type: true, customerId: true, objectId: true, chargeId: true, attempts: true } satisfies Prisma.WebhookEventSelect;
export type InboxEvent = Prisma.WebhookEventGetPayload<{ select: typeof eventFields }>;

/** Counts one more attempt at an event that waits, or failed before. Null when it is settled. */
export async function beginAttempt(ctx: Context, id: string): Promise<InboxEvent | null> {
  const [event] = await ctx.db.webhookEvent.updateManyAndReturn({ where: { id, status: { in: ["PENDING", "FAILED"] } }, data: { attempts: { increment: 1 } }, select: eventFields });
  return event ?? null;
}

export async function nameCustomer(ctx: Context, id: string, customerId: string): Promise<void> {
  await ctx.db.webhookEvent.updateMany({ where: { id }, data: { customerId } });
}

const LONGEST_ERROR = 500;

export async function noteFailure(ctx: Context, id: string, error: string): Promise<void> {
  await ctx.db.webhookEvent.updateMany({ where: { id, status: { in: ["PENDING", "FAILED"] } }, data: { status: "FAILED", lastError: error.slice(0, LONGEST_ERROR) } });
}

/** An event that turned out to be nothing of ours, and why. */
export async function ignoreEvent(ctx: Context, id: string, why: string): Promise<void> {
  await ctx.db.webhookEvent.updateMany({ where: { id }, data: { status: "IGNORED", lastError: why.slice(0, LONGEST_ERROR), processedAt: ctx.clock.now() } });
}

/** Events that a fetch of this customer's truth which begins now will settle. */
export async function coveredEventsOf(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await ctx.db.webhookEvent.findMany({ where: { customerId, status: { in: ["PENDING", "FAILED"] }, type: { in: [...SETTLED_BY_SYNC] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function settleEvents(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.webhookEvent.updateMany({ where: { id: { in: [...ids] }, status: { in: ["PENDING", "FAILED"] } }, data: { status: "PROCESSED", lastError: null, processedAt: ctx.clock.now() } });
}
