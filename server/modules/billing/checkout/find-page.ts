import { setTimeout as sleep } from "node:timers/promises";

import { type PaymentsPort, PaymentsUnavailable } from "../../../gateways/payments/port";
import { after, minutes, seconds } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { findSyncedCustomer } from "../customers/ensure-customer";
import { type AttemptRow, findAttemptUnderWay, noteFailed, startAttempt } from "./attempts.store";
import { noteEnd, openPage } from "./checkout-page";
import { refuseWhileSubscribed } from "./refuse-while-subscribed";

/** What somebody wants to buy. */
export interface Order {
  userId: string;
  priceId: string;
  /** Null: the price's own. */
  currency: string | null;
  trialDays: number | null;
  /** Pages from before are those of a customer that was deleted at Stripe since. */
  since: Date | null;
}

/** An old tab must not be paid on tomorrow. Stripe allows 30 minutes at least, so an attempt may be taken up for another 30. */
const PAGE_LIFE = minutes(60);
/** A page that has less time left is as none: finding the card takes some. */
const TIME_TO_PAY = minutes(10);

/** How long somebody else, who has just begun, is given to open the page before it is opened for them. */
const PATIENCE = seconds(2);
const LOOK_EVERY = 100;

/** Each round either finds the page or ends what stood in the way of it; only many tabs with different wishes need several. */
const MOST_ROUNDS = 6;

interface Search {
  order: Order;
  payments: PaymentsPort;
  /** Milliseconds of the machine's clock: until then others are waited for. */
  patientUntil: number;
}

/**
 * The one page where the order can be paid: the one that is open already when it is for the same, else a new one, once
 * the old one is closed at Stripe. Refuses with ALREADY_SUBSCRIBED when the old one turns out to be paid.
 */
export async function findPage(ctx: Context, order: Order, payments: PaymentsPort): Promise<string> {
  const search = { order, payments, patientUntil: Date.now() + PATIENCE };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const url = await lookOnce(ctx, search);
    if (url) return url;
  }
  throw new Refusal("CONFLICT", "You are buying in another tab just now. Please go on there, or try again in a moment.");
}

async function lookOnce(ctx: Context, search: Search): Promise<string | null> {
  const { found, isFresh } = await settledAttempt(ctx, search);
  if (!found) return begin(ctx, search);
  if (isFresh && found.url && isFor(found, search.order)) return found.url;
  return found.sessionId ? reuse(ctx, { ...found, sessionId: found.sessionId }, search) : takeUp(ctx, found, search);
}

async function begin(ctx: Context, { order: { userId, priceId, currency, trialDays }, payments }: Search): Promise<string | null> {
  const started = await startAttempt(ctx, { userId, priceId, currency, trialDays, expiresAt: after(ctx.clock.now(), PAGE_LIFE) });
  const page = started && (await openPage(ctx, started, payments));
  return page?.url ?? null;
}

/** What is under way. One that was begun a moment ago is given time to come to its page; `isFresh`: that was waited for, and seen. */
async function settledAttempt(ctx: Context, { order: { userId }, patientUntil }: Search): Promise<{ found: AttemptRow | null; isFresh: boolean }> {
  for (let waited = false; ; waited = true) {
    const found = await findAttemptUnderWay(ctx, userId);
    const isRecent = found?.status === "STARTED" && after(found.createdAt, PATIENCE) >= ctx.clock.now();
    if (!isRecent || Date.now() > patientUntil) return { found, isFresh: waited && found?.status === "OPEN" };
    await sleep(LOOK_EVERY);
  }
}

/**
 * An attempt that nobody seems to be at any more: a crash, or a Stripe that did not answer. Its page may be there all the
 * same, and must not stay unknown, so it is asked for again under the same key, whatever is wanted now. The next round
 * then finds it open, or that it has failed.
 */
async function takeUp(ctx: Context, attempt: AttemptRow, { order, payments }: Search): Promise<null> {
  if (attempt.expiresAt <= ctx.clock.now() || isFromBefore(attempt, order)) await noteFailed(ctx, attempt.id);
  else await openPage(ctx, attempt, payments).catch(unlessRefused);
  return null;
}

/** A page that Stripe refuses, or has refused before, is settled too: the attempt has failed, and the next may begin. */
function unlessRefused(error: unknown): void {
  if (error instanceof PaymentsUnavailable && !error.answered) throw error;
}

async function reuse(ctx: Context, attempt: AttemptRow & { sessionId: string }, { order, payments }: Search): Promise<string | null> {
  const isRight = isFor(attempt, order) && after(ctx.clock.now(), TIME_TO_PAY) < attempt.expiresAt;
  const page = await (isRight ? payments.findCheckout(attempt.sessionId) : payments.expireCheckout(attempt.sessionId));
  if (page?.status === "open") return page.url;
  if (await noteEnd(ctx, attempt.sessionId, page)) {
    await findSyncedCustomer(ctx, order.userId, payments);
    await refuseWhileSubscribed(ctx, order.userId);
  }
  return null;
}

const isFor = (attempt: AttemptRow, order: Order): boolean =>
  attempt.priceId === order.priceId && attempt.currency === order.currency && attempt.trialDays === order.trialDays && !isFromBefore(attempt, order);

const isFromBefore = ({ createdAt }: AttemptRow, { since }: Order): boolean => since !== null && createdAt < since;
