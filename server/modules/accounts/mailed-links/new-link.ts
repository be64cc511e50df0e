import { after, days, hours, minutes } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import type { MailedTokenPurpose } from "../../../platform/prisma/client";
import { hashToken, newOpaqueToken } from "../../../platform/tokens";
import { insertMailedToken } from "./mailed-tokens.store";

/**
 * How long a mailed link can be used (milliseconds). The one that undoes a change of address goes out when the change
 * is asked for, which may be confirmed a day later: together that leaves seven days after the change.
 */
export const LINK_LIFE: Readonly<Record<MailedTokenPurpose, number>> = {
  VERIFY_EMAIL: hours(24),
  RESET_PASSWORD: minutes(30),
  CONFIRM_EMAIL_CHANGE: hours(24),
  UNDO_EMAIL_CHANGE: days(8),
};

export interface LinkRequest {
  userId: string;
  purpose: MailedTokenPurpose;
  email?: string;
  registrationId?: string;
}

/** Makes a link for one use, in the transaction of `ctx`. Its token is for the mail alone: only a hash of it is kept. */
export async function newLink(ctx: Context, { purpose, ...rest }: LinkRequest) {
  const [id, token, now] = [ctx.random.uuid(), newOpaqueToken(ctx.random), ctx.clock.now()];
  const validFor = LINK_LIFE[purpose];
  await insertMailedToken(ctx, { ...rest, id, purpose, tokenHash: hashToken(token), createdAt: now, expiresAt: after(now, validFor) });
  return { id, token, validFor };
}
