import type { CustomerTruth, PaymentsPort } from "../../../gateways/payments/port";
import { after, seconds } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import { inTransaction } from "../../../platform/transaction";
import { holdUserIfThere, type UserRow } from "../../accounts";
import { sendEmail } from "../../messaging";
import { productsSold } from "../catalogue/catalogue.store";
import { replaceBought } from "../entitlement/entitlement.store";
import { noteIncident } from "../incidents/incidents.store";
import { coveredEventsOf, settleEvents } from "../inbox/inbox.store";
import { movementsOf, type Movement } from "../standing/money.rules";
import { noteChanges } from "./note-changes";
import type { Notice } from "../notices/notice";
import { ownerOf } from "./owner-of";
import type { Owner } from "./owners.store";
import { nextStageAt, paymentNotices } from "../notices/payment-notices";
import { isKnown } from "../standing/access.rules";
import { onlyOurs } from "../standing/ours.rules";
import { standingOf, type Standing } from "../standing/standing.rules";
import { subscriptionNotices } from "../notices/subscription-notices";
import { appendMovements, claimCustomer, endAllOf, knownOf, saveDispute, saveInvoices, saveRefund, saveSubscription, takeTicket } from "./sync.store";
import { noteFailedRefunds } from "../refunds/note-failed-refunds";
import { refuseUnwanted } from "../unwanted/refuse-unwanted";
import { settleEnded } from "../unwanted/settle-ended";

export const SYNC_CUSTOMER = "billing.sync-customer";

/**
 * Fetches what the provider knows of a customer and writes it down: the only writer of subscriptions, invoices, refunds, disputes,
 * the ledger and what was bought, with the mails and audit entries that follow, in one transaction. However many run at
 * once, in whatever order they end, what was fetched last stays: each takes a ticket before it fetches, and one whose ticket is older
 * than what is written writes nothing. Events that had come in before the fetch are settled by it.
 * Throws NobodysCustomer, and PaymentsUnavailable with nothing written.
 */
export const syncCustomer = (ctx: Context, customerId: string, payments: PaymentsPort = ctx.gateways.payments): Promise<void> => fetchAndWrite(ctx, customerId, { payments, tells: true });

/** The same for somebody who is deleting their account: what ends with it needs no mail of its own. */
export const syncLeavingCustomer = (ctx: Context, customerId: string, payments: PaymentsPort): Promise<void> => fetchAndWrite(ctx, customerId, { payments, tells: false });

async function fetchAndWrite(ctx: Context, customerId: string, { payments, tells }: { payments: PaymentsPort; tells: boolean }): Promise<void> {
  const covered = await coveredEventsOf(ctx, customerId);
  const ticket = await takeTicket(ctx);
  const truth = onlyOurs(await payments.customerTruth(customerId), await productsSold(ctx));
  const owner = await ownerOf(ctx, truth);
  await inTransaction(ctx, async (ctx) => {
    const user = owner.userId ? await holdUserIfThere(ctx, owner.userId) : null;
    if (await claimCustomer(ctx, ticket, truth)) await write(ctx, truth, { user, tells, owner: { ...owner, userId: user?.id ?? null } });
    await settleEvents(ctx, covered);
  });
}

interface Whose {
  user: UserRow | null;
  /** Whether mails are owed. */
  tells: boolean;
  owner: Owner;
}

async function write(ctx: Context, truth: CustomerTruth, { user, owner, tells }: Whose): Promise<void> {
  const now = ctx.clock.now();
  const known = await knownOf(ctx, truth.customerId);
  const standing = standingOf(truth);
  const movements = movementsOf(truth.invoices, truth, { now, written: known.movements });
  await noteFailedRefunds(ctx, truth, owner.userId);
  await save(ctx, { truth, standing, movements, owner });
  const unwanted = await refuseUnwanted(ctx, user, standing);
  if (user) {
    await replaceBought(ctx, user.id, boughtIn(standing));
    const moment = { known, truth, now, unwanted };
    if (tells) await tell(ctx, user, [...subscriptionNotices(standing.subscriptions, moment), ...paymentNotices(standing, moment)]);
  }
  await settleEnded(ctx, owner.userId, standing);
  await noteUnknownStates(ctx, owner.userId, standing);
  await noteChanges(ctx, { userId: owner.userId, known, standing, movements });
  await lookAgain(ctx, truth.customerId, nextStageAt(standing.subscriptions, now));
}

interface Written {
  truth: CustomerTruth;
  standing: Standing;
  movements: readonly Movement[];
  owner: Owner;
}

async function save(ctx: Context, { truth, standing, movements, owner }: Written): Promise<void> {
  for (const subscription of standing.subscriptions) await saveSubscription(ctx, owner, subscription);
  await saveInvoices(ctx, owner, standing.invoices);
  if (truth.deleted) await endAllOf(ctx, truth.customerId);
  for (const refund of truth.refunds) await saveRefund(ctx, truth.customerId, refund);
  for (const dispute of truth.disputes) await saveDispute(ctx, truth.customerId, dispute);
  await appendMovements(ctx, truth.customerId, movements);
}

const boughtIn = ({ subscriptions }: Standing): ReadonlyMap<string, Date> =>
  new Map(subscriptions.flatMap(({ subscriptionId, accessUntil }) => (accessUntil ? [[subscriptionId, accessUntil] as const] : [])));

async function tell(ctx: Context, { id: userId, email: to, name, timeZone }: UserRow, notices: readonly Notice[]): Promise<void> {
  for (const { template, key, data } of notices) {
    // The pairs of template and data are checked where notices are made; here they only pass through.
    await sendEmail(ctx, { to, userId, template, key, data: { ...data, name, timeZone } as never });
  }
}

/** A word of the provider's that is new to us gives nothing: somebody should know that it is there. */
async function noteUnknownStates(ctx: Context, userId: string | null, { subscriptions }: Standing): Promise<void> {
  for (const { subscriptionId, customerId, status } of subscriptions.filter((one) => !isKnown(one.status))) {
    await noteIncident(ctx, { key: `unknown-status:${subscriptionId}:${status}`, kind: "unknown-status", customerId, userId, detail: `The subscription is “${status}”, which Etude does not know: it gives no premium.` });
  }
}

/** A payment that stays missing makes no event of its own when its time is up. */
async function lookAgain(ctx: Context, customerId: string, at: Date | null): Promise<void> {
  if (at) await enqueue(ctx, { name: SYNC_CUSTOMER, payload: { customerId }, key: `look-again:${customerId}`, runAt: after(at, seconds(1)) });
}
