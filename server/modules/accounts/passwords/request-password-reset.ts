import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { enqueue } from "../../../platform/jobs";
import { record } from "../../audit";
import { accountLimits } from "../accounts.limits";
import { addressKey, countCalls, ipKey } from "../count-calls";
import { requireEmailAddress } from "../email-address";
import { findUserByEmail } from "../users.store";

export const ANSWER_RESET_REQUEST = "accounts.request-password-reset";

/** Asks for a link to choose a new password. Known and unknown addresses get the same answer; the job tells them apart. */
export async function requestPasswordReset(ctx: Context, { email }: { email: string }): Promise<void> {
  const { key } = requireEmailAddress(email, "email");
  await countCalls(ctx, [accountLimits.resetFromOneIp, ipKey(ctx)], [accountLimits.resetOneAddress, addressKey(key)]);
  const user = await findUserByEmail(ctx, key);
  const userId = user?.id ?? null;
  await inTransaction(ctx, async (ctx) => {
    await record(ctx, { action: "auth.password.reset.requested", description: "A new password was asked for.", subjectId: userId });
    await enqueue(ctx, { name: ANSWER_RESET_REQUEST, payload: { userId } });
  });
}
