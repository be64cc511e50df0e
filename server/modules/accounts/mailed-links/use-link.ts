import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import type { MailedTokenPurpose } from "../../../platform/prisma/client";
import { Refusal } from "../../../platform/refusal";
import { hashToken } from "../../../platform/tokens";
import { recordRefusal } from "../../audit";
import { accountLimits } from "../accounts.limits";
import { countCalls, ipKey } from "../count-calls";
import { holdOwnerOfMailedToken, type MailedLink, spendMailedToken } from "./mailed-tokens.store";

export interface LinkUse {
  purpose: MailedTokenPurpose;
  token: string;
}

/**
 * Uses a mailed link up and does what it allows, in one transaction. A link that is unknown, used, expired, dropped or
 * made for something else is refused as TOKEN_INVALID, all alike; so is one for which `work` has nothing to do (null).
 */
export async function useLink<Result extends object>(ctx: Context, { purpose, token }: LinkUse, work: (ctx: Context, link: MailedLink) => Promise<Result | null>): Promise<Result> {
  await countCalls(ctx, [accountLimits.wrongLinksFromOneIp, ipKey(ctx)]);
  const result = await inTransaction(ctx, async (ctx) => {
    const tokenHash = hashToken(token);
    await holdOwnerOfMailedToken(ctx, { tokenHash });
    const link = await spendMailedToken(ctx, { purpose, tokenHash });
    return link && (await work(ctx, link));
  });
  if (!result) {
    await recordRefusal(ctx, { action: "auth.token.invalid", description: "A link from a mail was not valid.", metadata: { purpose } });
    throw new Refusal("TOKEN_INVALID", "This link is not valid: it may have been used already, or have expired. Please ask for a new one.");
  }
  await ctx.throttle.giveBack(accountLimits.wrongLinksFromOneIp, ipKey(ctx));
  return result;
}
