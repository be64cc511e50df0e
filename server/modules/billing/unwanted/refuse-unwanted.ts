import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import type { UserRow } from "../../accounts";
import { type Incident, noteIncident, openIncident, openOf } from "../incidents/incidents.store";
import { isLive, isOver } from "../standing/access.rules";
import { currentOf, duplicatesOf, isBoughtTwice, type Standing } from "../standing/standing.rules";
import { setCurrent, subscriptionsEverOf } from "../sync/sync.store";
import { redeemTrial } from "../trials/trial-marks";

/** Why a subscription is ended by us: its money went back; somebody bought two; a second free trial on one card; its account is gone. */
export type Why = "revoked" | "duplicate" | "second-trial" | "no-account";

export const END_SUBSCRIPTION = "billing.end-subscription";
/** With graphile's growing waits these are some days. */
const ATTEMPTS = 20;

export interface Unwanted {
  customerId: string;
  subscriptionId: string;
  why: Why;
}

export const incidentKey = (why: Why, subscriptionId: string): string => `${why}:${subscriptionId}`;

const INCIDENTS: Readonly<Record<Why, Pick<Incident, "kind" | "detail">>> = {
  revoked: { kind: "money-went-back", detail: "The money went back: the subscription is ended." },
  duplicate: { kind: "duplicate-subscription", detail: "A second subscription was bought: it is ended, and what it cost is given back." },
  "second-trial": { kind: "second-trial", detail: "The card has had its free trial: the trial is ended without a charge." },
  "no-account": { kind: "subscription-without-account", detail: "A subscription lives whose account is deleted: it is ended, and what was paid for it since is given back." },
};

/**
 * Chooses the user's one subscription, and has every other that must not live ended by a job, in the same transaction. Gives all of
 * this customer's that end, or have ended, for a reason with a mail of its own.
 */
export async function refuseUnwanted(ctx: Context, user: UserRow | null, standing: Standing): Promise<ReadonlySet<string>> {
  const living = standing.subscriptions.filter(({ status }) => isLive(status));
  const revoked = living.filter(({ revokedAt }) => revokedAt).map(({ customerId, subscriptionId }): Unwanted => ({ customerId, subscriptionId, why: "revoked" }));
  const others = user
    ? [...(await duplicatesFor(ctx, user.id)), ...(await secondTrials(ctx, user, standing))]
    : living.filter(({ revokedAt }) => !revokedAt).map(({ customerId, subscriptionId }): Unwanted => ({ customerId, subscriptionId, why: "no-account" }));
  for (const unwanted of [...revoked, ...others]) await refuse(ctx, user?.id ?? null, unwanted);
  return withMailsOfTheirOwn(ctx, standing);
}

async function duplicatesFor(ctx: Context, userId: string): Promise<Unwanted[]> {
  const all = await subscriptionsEverOf(ctx, userId);
  const current = currentOf(all);
  await setCurrent(ctx, userId, current?.stripeId ?? null);
  if (!current) return [];
  const duplicates = duplicatesOf(all, current);
  for (const { stripeId, customerId } of duplicates.filter((one) => !isBoughtTwice(one, current))) {
    await noteIncident(ctx, { key: `second-subscription:${stripeId}`, kind: "second-subscription", customerId, userId, detail: `It lives beside ${current.stripeId}, and was not simply bought twice: somebody should look which of them is meant.` });
  }
  return duplicates.filter((one) => isBoughtTwice(one, current)).map(({ stripeId, customerId }) => ({ customerId, subscriptionId: stripeId, why: "duplicate" }));
}

/** Only trials that our own checkout gave: one that an administrator gives by hand at Stripe is meant. */
async function secondTrials(ctx: Context, { emailKey }: UserRow, { subscriptions }: Standing): Promise<Unwanted[]> {
  const found: Unwanted[] = [];
  for (const { customerId, subscriptionId, trialStart, status, card, metadata } of subscriptions) {
    if (!trialStart) continue;
    const isTrial = status === "trialing";
    // A card that comes in after the trial pays: it has had none.
    const isSecond = await redeemTrial(ctx, { subscriptionId, emailKey, card: isTrial ? (card?.fingerprint ?? null) : null });
    if (isSecond && isTrial && metadata.attemptId) found.push({ customerId, subscriptionId, why: "second-trial" });
  }
  return found;
}

/** One job for each reason: one that is ended for two has both put right. While the job runs, what it fetches itself asks for no other. */
async function refuse(ctx: Context, userId: string | null, unwanted: Unwanted): Promise<void> {
  const { why, customerId, subscriptionId } = unwanted;
  const key = incidentKey(why, subscriptionId);
  await openIncident(ctx, { key, customerId, userId, ...INCIDENTS[why] });
  await enqueue(ctx, { name: END_SUBSCRIPTION, payload: unwanted, key: `end:${key}`, maxAttempts: ATTEMPTS, unlessRunning: true });
}

/** A subscription that turned out to be wanted after all is one like any other again. */
async function withMailsOfTheirOwn(ctx: Context, { subscriptions }: Standing): Promise<ReadonlySet<string>> {
  const whys = ["duplicate", "second-trial", "no-account"] as const;
  const noted = await openOf(ctx, subscriptions.flatMap(({ subscriptionId }) => whys.map((why) => incidentKey(why, subscriptionId))));
  const isUnwanted = ({ subscriptionId, status }: Standing["subscriptions"][number]) =>
    whys.some((why) => {
      const isOpen = noted.get(incidentKey(why, subscriptionId));
      return isOpen !== undefined && (isOpen || isOver(status));
    });
  return new Set(subscriptions.filter(isUnwanted).map(({ subscriptionId }) => subscriptionId));
}
