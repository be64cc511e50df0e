import type { Context } from "../../../platform/context";
import type { Page } from "../../../platform/paging";
import type { Prisma, WebhookEventStatus } from "../../../platform/prisma/client";

const fields = {
  id: true,
  stripeId: true,
  type: true,
  status: true,
  attempts: true,
  lastError: true,
  customerId: true,
  apiVersion: true,
  sentAt: true,
  receivedAt: true,
  processedAt: true,
} satisfies Prisma.WebhookEventSelect;

export type WebhookEventRow = Prisma.WebhookEventGetPayload<{ select: typeof fields }>;

/** One page of events, newest first. */
export function findWebhookEvents(ctx: Context, { limit, after }: Page, status: WebhookEventStatus | null): Promise<WebhookEventRow[]> {
  const behind = after && { OR: [{ receivedAt: { lt: after.at } }, { receivedAt: after.at, id: { lt: after.id } }] };
  return ctx.db.webhookEvent.findMany({ where: { ...behind, ...(status && { status }) }, orderBy: [{ receivedAt: "desc" }, { id: "desc" }], take: limit, select: fields });
}

/** Makes an event wait for its turn again, whatever became of it; its count of tries goes on. Null when there is none. */
export async function reopenWebhookEvent(ctx: Context, id: string): Promise<WebhookEventRow | null> {
  const [row] = await ctx.db.webhookEvent.updateManyAndReturn({ where: { id }, data: { status: "PENDING", processedAt: null }, select: fields });
  return row ?? null;
}

/** So many at a time: one statement over a year's events would be cut off by its time limit. */
const BATCH = 5000;

/** Deletes the events of one state that came before an instant. Returns how many. */
export async function deleteWebhookEvents(ctx: Context, status: WebhookEventStatus, before: Date): Promise<number> {
  for (let deleted = 0; ; ) {
    const count = await ctx.db.$executeRaw`
      delete from webhook_event where id in (
        select id from webhook_event where status = ${status}::"WebhookEventStatus" and "receivedAt" < ${before} limit ${BATCH})`;
    deleted += count;
    if (count < BATCH) return deleted;
  }
}
