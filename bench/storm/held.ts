import type { Client } from "pg";

export interface HeldSubscription {
  status: string;
  price: string | null;
  periodEnd: string | null;
  cancelAtPeriodEnd: boolean;
  pastDueSince: string | null;
  revoked: boolean;
}

export interface HeldInvoice {
  status: string;
  amountPaid: number;
  amountRemaining: number;
  amountRefunded: number;
  disputed: boolean;
}

/** The state that a storm must end in, by Stripe's ids. */
export interface Held {
  subscriptions: Record<string, HeldSubscription>;
  invoices: Record<string, HeldInvoice>;
  refunds: Record<string, { amount: number; status: string }>;
  disputes: Record<string, { amount: number; status: string }>;
  ledger: Record<string, number>;
  /** Until when each user has premium, of those who have it now. */
  premium: Record<string, string>;
  /** Keys of the receipts that were written. */
  receipts: string[];
  /** Keys of all mails that were written. */
  mails: string[];
}

const rowsOf = async <Found>(db: Client, statement: string): Promise<Found[]> => (await db.query(statement)).rows as Found[];
const byId = <Found extends { id: string }>(rows: readonly Found[]): Record<string, Omit<Found, "id">> => Object.fromEntries(rows.map(({ id, ...row }) => [id, row]));
const iso = (instant: Date | null) => instant?.toISOString() ?? null;

interface SubscriptionRow extends Omit<HeldSubscription, "periodEnd" | "pastDueSince"> {
  id: string;
  periodEnd: Date | null;
  pastDueSince: Date | null;
}

/** What the database holds, asked by plain statements. */
export async function heldIn(db: Client): Promise<Held> {
  const subscriptions = await rowsOf<SubscriptionRow>(
    db,
    `select "stripeId" as id, status, "priceId" as price, "currentPeriodEnd" as "periodEnd", "cancelAtPeriodEnd", "pastDueSince", "revokedAt" is not null as revoked from subscription`,
  );
  const ledger = await rowsOf<{ key: string; amount: number }>(db, `select key, amount from ledger_entry`);
  const premium = await rowsOf<{ userId: string; until: Date }>(db, `select "userId", max("validUntil") as until from entitlement where "validUntil" > now() group by 1`);
  const mails = (await rowsOf<{ key: string }>(db, `select key from email_message`)).map(({ key }) => key).sort();
  return {
    subscriptions: byId(subscriptions.map((row) => ({ ...row, periodEnd: iso(row.periodEnd), pastDueSince: iso(row.pastDueSince) }))),
    invoices: byId(await rowsOf<HeldInvoice & { id: string }>(db, `select "stripeId" as id, status, "amountPaid", "amountRemaining", "amountRefunded", disputed from invoice`)),
    refunds: byId(await rowsOf<{ id: string; amount: number; status: string }>(db, `select "stripeId" as id, amount, status from refund`)),
    disputes: byId(await rowsOf<{ id: string; amount: number; status: string }>(db, `select "stripeId" as id, amount, status from dispute`)),
    ledger: Object.fromEntries(ledger.map(({ key, amount }) => [key, amount])),
    premium: Object.fromEntries(premium.map(({ userId, until }) => [userId, until.toISOString()])),
    receipts: mails.filter((key) => key.startsWith("receipt:")),
    mails,
  };
}
