import type { Context } from "../../../platform/context";
import { mailsWaiting } from "../../messaging";
import * as rows from "./invariants.store";

interface Invariant {
  name: string;
  /** What is so, as long as it isn't broken. */
  sentence: string;
  find(ctx: Context): Promise<rows.Breaches>;
  /** Whether it is merely for somebody to look at. */
  isNotice?: true;
}

const INVARIANTS: readonly Invariant[] = [
  { name: "paid-gives-premium", sentence: "Every subscription that is paid gives premium.", find: rows.paidWithoutPremium },
  { name: "premium-is-paid", sentence: "Premium by subscription has a subscription that gives it.", find: rows.premiumUnpaid },
  { name: "one-live-subscription", sentence: "Nobody has two live subscriptions.", find: rows.usersWithTwo },
  { name: "no-subscription-without-account", sentence: "No subscription lives whose account is deleted.", find: rows.liveWithoutAccount },
  { name: "periods-renew", sentence: "No running subscription's period ended more than three days ago.", find: rows.runningInThePast },
  { name: "inbox-lag", sentence: "No event of Stripe's waits for more than five minutes.", find: rows.eventsWaiting },
  { name: "no-event-failed", sentence: "No event of Stripe's failed, and has not had its effect since.", find: rows.eventsFailed },
  { name: "outbox-lag", sentence: "No mail waits for more than five minutes.", find: mailsWaiting },
  { name: "customers-synced", sentence: "Every customer was compared with Stripe within two days.", find: rows.customersUnsynced },
  { name: "ledger-balances", sentence: "The ledger says what invoices, refunds and disputes say.", find: rows.ledgerAstray },
  { name: "refunds-add-up", sentence: "What an invoice says was refunded is the sum of its refunds.", find: rows.refundsAstray },
  { name: "incidents-put-right", sentence: "What Etude puts right by itself was put right within the hour.", find: rows.incidentsNotPutRight },
  { name: "incidents-for-people", sentence: "No incident is open for somebody to look at.", find: rows.incidentsForPeople, isNotice: true },
];

export interface Finding extends rows.Breaches {
  name: string;
  sentence: string;
  /** Whether something is wrong. A notice never is: it only says that somebody should look. */
  isBroken: boolean;
}

/** What must always be so of billing, whatever Stripe sent, and how much of it is not. Changes nothing; examples are ids. */
export async function checkBilling(ctx: Context): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, sentence, find, isNotice = false } of INVARIANTS) {
    const found = await find(ctx);
    findings.push({ name, sentence, ...found, isBroken: found.count > 0 && !isNotice });
  }
  return findings;
}
