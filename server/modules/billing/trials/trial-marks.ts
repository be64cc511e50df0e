import { createHmac } from "node:crypto";

import type { Context } from "../../../platform/context";
import { isMarkedByCard, knownMarks, saveMarks } from "./trials.store";
import { mailboxOf } from "./trial-mark.rules";

/** What tells that somebody has had a trial, after the account is gone and without telling who it was: a keyed hash. */
const markOf = (ctx: Context, kind: "email" | "card", value: string): string => `${kind}:${createHmac("sha256", ctx.config.sealingSecret).update(`etude/trial/1\0${kind}\0${value}`).digest("base64url")}`;

const emailMark = (ctx: Context, emailKey: string) => markOf(ctx, "email", mailboxOf(emailKey));

/** Whether the owner of this address has had a free trial, with whatever account. */
export async function hasHadTrial(ctx: Context, emailKey: string): Promise<boolean> {
  return (await knownMarks(ctx, [emailMark(ctx, emailKey)])).length > 0;
}

export interface Trial {
  subscriptionId: string;
  emailKey: string;
  /** The provider's fingerprint of the card, where there is one. */
  card: string | null;
}

/**
 * Remembers, in the transaction of `ctx`, that a trial was had, by address and by card. True when the card that the trial began with has
 * had its trial under another subscription: of two on one card the first that is remembered counts. Another card later on changes nothing.
 */
export async function redeemTrial(ctx: Context, { subscriptionId, emailKey, card }: Trial): Promise<boolean> {
  const cardMark = card && markOf(ctx, "card", card);
  const hasCard = await isMarkedByCard(ctx, subscriptionId);
  await saveMarks(ctx, subscriptionId, [emailMark(ctx, emailKey), ...(cardMark && !hasCard ? [cardMark] : [])]);
  if (!cardMark || hasCard) return false;
  return (await knownMarks(ctx, [cardMark])).some((mark) => mark.subscriptionId !== subscriptionId);
}
