import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import type { UserRow } from "../../accounts";
import { noteIncident, notedOf, type Incident } from "../incidents/incidents.store";
import { redeemTrial } from "../trials/trial-marks";
import { isLive } from "../standing/access.rules";
import { currentOf, duplicatesOf, type Standing } from "../standing/standing.rules";
import { setCurrent, subscriptionsEverOf } from "../sync/sync.store";

/** Why a subscription is ended by us: its money went back; somebody has two; a second free trial on one card; its account is gone. */
export type Why = "revoked" | "duplicate" | "second-trial" | "no-account";

export const END_SUBSCRIPTION = "billing.end-subscription";

export interface Unwanted {
  customerId: string;
  subscriptionId: string;
  why: Why;
}

export const incidentKey = (why: Why, subscriptionId: string): string => `${why}:${subscriptionId}`;

const INCIDENTS: Readonly<Record<Exclude<Why, "revoked">, Pick<Incident, "kind" | "detail">>> = {
  duplicate: { kind: "duplicate-subscription", detail: "A second subscription lives: it is ended, and what it cost is given back." },
  "second-trial": { kind: "second-trial", detail: "The card has had its free trial: the trial is ended without a charge." },
  "no-account": { kind: "subscription-without-account", detail: "A subscription lives whose account is deleted: it is ended, and what it cost is given back." },
};

/**
 * Chooses the user's one subscription, and has every other that must not live ended by a job, in the same transaction. Gives all of
 * this customer's that were ever found unwanted for a reason with a mail of its own.
 */
export async function refuseUnwanted(ctx: Context, user: UserRow | null, standing: Standing): Promise<ReadonlySet<string>> {
  const living = standing.subscriptions.filter(({ status }) => isLive(status));
  const revoked = living.filter(({ revokedAt }) => revokedAt).map(({ customerId, subscriptionId }): Unwanted => ({ customerId, subscriptionId, why: "revoked" }));
  const others = user
    ? [...(await duplicatesFor(ctx, user.id)), ...(await secondTrials(ctx, user, standing))]
    : living.filter(({ revokedAt }) => !revokedAt).map(({ customerId, subscriptionId }): Unwanted => ({ customerId, subscriptionId, why: "no-account" }));
  for (const unwanted of [...revoked, ...others]) await refuse(ctx, user?.id ?? null, unwanted);
  return everUnwanted(ctx, standing);
}

async function duplicatesFor(ctx: Context, userId: string): Promise<Unwanted[]> {
  const all = await subscriptionsEverOf(ctx, userId);
  const current = currentOf(all);
  await setCurrent(ctx, userId, current?.stripeId ?? null);
  return duplicatesOf(all, current).map(({ stripeId, customerId }) => ({ customerId, subscriptionId: stripeId, why: "duplicate" }));
}

/** Only trials that our own checkout gave: one that an administrator gives by hand at Stripe is meant. */
async function secondTrials(ctx: Context, { emailKey }: UserRow, { subscriptions }: Standing): Promise<Unwanted[]> {
  const found: Unwanted[] = [];
  for (const { customerId, subscriptionId, trialStart, status, card, metadata } of subscriptions) {
    if (!trialStart) continue;
    const isSecond = await redeemTrial(ctx, { subscriptionId, emailKey, card: card?.fingerprint ?? null });
    if (isSecond && status === "trialing" && metadata.attemptId) found.push({ customerId, subscriptionId, why: "second-trial" });
  }
  return found;
}

async function refuse(ctx: Context, userId: string | null, unwanted: Unwanted): Promise<void> {
  const { why, customerId, subscriptionId } = unwanted;
  if (why !== "revoked") await noteIncident(ctx, { key: incidentKey(why, subscriptionId), customerId, userId, ...INCIDENTS[why] });
  await enqueue(ctx, { name: END_SUBSCRIPTION, payload: unwanted, key: `end:${subscriptionId}`, maxAttempts: 20 });
}

async function everUnwanted(ctx: Context, { subscriptions }: Standing): Promise<ReadonlySet<string>> {
  const whys = ["duplicate", "second-trial", "no-account"] as const;
  const noted = await notedOf(ctx, subscriptions.flatMap(({ subscriptionId }) => whys.map((why) => incidentKey(why, subscriptionId))));
  return new Set(subscriptions.map(({ subscriptionId }) => subscriptionId).filter((id) => whys.some((why) => noted.has(incidentKey(why, id)))));
}
