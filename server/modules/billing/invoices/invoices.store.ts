import type DataLoader from "dataloader";

import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";
import type { Page } from "../../../platform/paging";
import type { Prisma } from "../../../platform/prisma/client";
import { OVER } from "../standing/access.rules";

const invoiceFields = {
  id: true,
  number: true,
  status: true,
  amountDue: true,
  amountPaid: true,
  amountRefunded: true,
  currency: true,
  hostedUrl: true,
  pdfUrl: true,
  createdAt: true,
  paidAt: true,
} satisfies Prisma.InvoiceSelect;

export type InvoiceRow = Prisma.InvoiceGetPayload<{ select: typeof invoiceFields }>;

export const getInvoice = (ctx: Context, id: string): Promise<InvoiceRow> => ctx.db.invoice.findUniqueOrThrow({ where: { id }, select: invoiceFields });

/** A page of each user's invoices, newest first, without drafts: one statement, however many users. */
export async function newestInvoices(ctx: Context, userIds: readonly string[], { limit, after }: Page): Promise<Map<string, InvoiceRow[]>> {
  const rows = await ctx.db.$queryRaw<(InvoiceRow & { userId: string })[]>`
    select person.id::text as "userId", shown.*
    from unnest(${[...userIds]}::uuid[]) as person(id)
    cross join lateral (
      select id::text, number, status, "amountDue", "amountPaid", "amountRefunded", currency, "hostedUrl", "pdfUrl", "createdAt", "paidAt"
      from invoice
      where "userId" = person.id and status <> 'draft'
        and (${after === null} or ("createdAt", id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by "createdAt" desc, id desc
      limit ${limit}
    ) as shown
    order by shown."createdAt" desc, shown.id desc`;
  const found = new Map<string, InvoiceRow[]>(userIds.map((id) => [id, []]));
  for (const { userId, ...row } of rows) found.get(userId)?.push(row);
  return found;
}

/** The first page of each user's invoices, loaded in batches. */
export function firstInvoicesOf(ctx: Context, page: Page): Pick<DataLoader<string, InvoiceRow[] | null>, "load"> {
  return loaderOf<string, InvoiceRow[]>(ctx, `billing.invoices.${page.first}`, (userIds) => newestInvoices(ctx, userIds, page));
}

/** Where the newest missing payment of each subscription, by Stripe's id, can be made. For one that is over nothing is to be paid any more: it would buy nothing. */
export async function payUrls(ctx: Context, subscriptionIds: readonly string[]): Promise<Map<string, string>> {
  const living = await ctx.db.subscription.findMany({ where: { stripeId: { in: [...subscriptionIds] }, status: { notIn: [...OVER] } }, select: { stripeId: true } });
  const rows = await ctx.db.invoice.findMany({
    where: { subscriptionId: { in: living.map(({ stripeId }) => stripeId) }, status: "open", amountRemaining: { gt: 0 }, hostedUrl: { not: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { subscriptionId: true, hostedUrl: true },
  });
  return new Map(rows.flatMap(({ subscriptionId, hostedUrl }) => (subscriptionId && hostedUrl ? [[subscriptionId, hostedUrl] as const] : [])));
}

/** The same, loaded in batches; null where no payment is missing. */
export function payUrlOf(ctx: Context): Pick<DataLoader<string, string | null>, "load"> {
  return loaderOf<string, string>(ctx, "billing.payUrl", (subscriptionIds) => payUrls(ctx, subscriptionIds));
}

/** Stripe's ids of the invoices of a subscription that are still to be paid. */
export async function openInvoicesOf(ctx: Context, subscriptionId: string): Promise<string[]> {
  const rows = await ctx.db.invoice.findMany({ where: { subscriptionId, status: "open" }, select: { stripeId: true } });
  return rows.map(({ stripeId }) => stripeId);
}
