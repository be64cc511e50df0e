import { after, days, hours, minutes } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { Prisma } from "../../../platform/prisma/client";

/** How many rows break an invariant, and the first of them by their ids. */
export interface Breaches {
  count: number;
  examples: string[];
}

const EXAMPLES = 10;

/** Rows that must not be there: `query` gives the `id` of each, as text. */
async function breaches(ctx: Context, query: Prisma.Sql): Promise<Breaches> {
  const rows = await ctx.db.$queryRaw<{ id: string; total: number }[]>`
    select id, (count(*) over ())::int as total from (${query}) as breach(id) order by id limit ${EXAMPLES}`;
  return { count: rows[0]?.total ?? 0, examples: rows.map(({ id }) => id) };
}

// The words for what lives and what counts as money are written out here once more, on purpose: a check that asked the sync's own
// rules would find right whatever they make of it.
const LIVE = Prisma.sql`('trialing', 'active', 'past_due', 'unpaid', 'paused')`;
const GIVES_PREMIUM = Prisma.sql`('trialing', 'active', 'past_due')`;

const GRACE_WHEN_PAST_DUE = days(7);
const LATE_RENEWAL = days(3);
const SHORT_WAIT = minutes(5);
const LONGEST_UNSYNCED = hours(48);

/** One that runs without premium for its owner. A cancelled one ends to the second, and one past due after its week. */
export function paidWithoutPremium(ctx: Context): Promise<Breaches> {
  const now = ctx.clock.now();
  return breaches(ctx, Prisma.sql`
    select s."stripeId" from subscription s
    where s."userId" is not null and s."isCurrent" and s."revokedAt" is null
      and (case when s.status in ('trialing', 'active') then coalesce(s."cancelAt", s."currentPeriodEnd") > ${now}
                when s.status = 'past_due' then s."pastDueSince" > ${after(now, -GRACE_WHEN_PAST_DUE)} end)
      and not exists (select from entitlement e where e.source = 'SUBSCRIPTION' and e."sourceId" = s."stripeId" and e."userId" = s."userId" and e."validUntil" > ${now})`);
}

export const premiumUnpaid = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`
    select e.id::text from entitlement e
    where e.source = 'SUBSCRIPTION' and (e."validUntil" is null or e."validUntil" > ${ctx.clock.now()})
      and not exists (select from subscription s where s."stripeId" = e."sourceId" and s."userId" = e."userId" and s."revokedAt" is null and s.status in ${GIVES_PREMIUM})`);

export const usersWithTwo = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`select s."userId"::text from subscription s where s."userId" is not null and s.status in ${LIVE} group by s."userId" having count(*) > 1`);

export const liveWithoutAccount = (ctx: Context): Promise<Breaches> => breaches(ctx, Prisma.sql`select s."stripeId" from subscription s where s."userId" is null and s.status in ${LIVE}`);

export const runningInThePast = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`
    select s."stripeId" from subscription s
    where s.status in ('trialing', 'active') and (s."currentPeriodEnd" is null or s."currentPeriodEnd" < ${after(ctx.clock.now(), -LATE_RENEWAL)})`);

export const eventsWaiting = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`select id::text from webhook_event where status = 'PENDING' and "receivedAt" < ${after(ctx.clock.now(), -SHORT_WAIT)}`);

export const eventsFailed = (ctx: Context): Promise<Breaches> => breaches(ctx, Prisma.sql`select id::text from webhook_event where status = 'FAILED' and "receivedAt" < ${after(ctx.clock.now(), -SHORT_WAIT)}`);

export const customersUnsynced = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`select "stripeId" from billing_customer where "deletedAt" is null and coalesce("syncedAt", "createdAt") < ${after(ctx.clock.now(), -LONGEST_UNSYNCED)}`);

/** Customers whose ledger, summed by kind and currency, says another amount than their invoices, refunds and disputes do. */
export const ledgerAstray = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`
    with written as (
      select "customerId", currency, split_part(kind::text, '_', 1) as kind, amount from ledger_entry
    ), truth as (
      select "customerId", currency, 'PAYMENT' as kind, "amountPaid" as amount from invoice where status = 'paid'
      union all select "customerId", currency, 'REFUND', -amount from refund where status = 'succeeded'
      union all select "customerId", currency, 'DISPUTE', -amount from dispute where status not like 'warning%' and status not in ('prevented', 'won')
    ), difference as (
      select "customerId", currency, kind, amount from written
      union all select "customerId", currency, kind, -amount from truth
    )
    select distinct "customerId" from (select "customerId" from difference group by "customerId", currency, kind having sum(amount) <> 0) astray`);

export const refundsAstray = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`
    select i."stripeId" from invoice i
    left join refund r on r."invoiceId" = i."stripeId" and r.status in ('succeeded', 'pending')
    group by i."stripeId", i."amountRefunded" having i."amountRefunded" <> coalesce(sum(r.amount), 0)`);

/** What Etude puts right by itself: within the hour, or something hinders it. */
const PUT_RIGHT = ["duplicate-subscription", "second-trial", "subscription-without-account", "money-went-back", "paid-after-end"];

export const incidentsNotPutRight = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`select key from billing_incident where "resolvedAt" is null and kind = any(${PUT_RIGHT}) and "createdAt" < ${after(ctx.clock.now(), -hours(1))}`);

export const incidentsForPeople = (ctx: Context): Promise<Breaches> =>
  breaches(ctx, Prisma.sql`select key from billing_incident where "resolvedAt" is null and not kind = any(${PUT_RIGHT})`);
