import type { Context } from "../../../platform/context";
import { recordRefusal } from "../../audit";
import { accountLimits as limits } from "../accounts.limits";
import { addressKey, type Count, countOne, ipKey } from "../count-calls";

/**
 * The three limits on guessing passwords, in the order in which they are charged: one machine, one machine at one
 * account, everybody at one account. A full limit charges none after it, so that one machine alone can't lock an
 * account for its owner elsewhere.
 */
function charges(ctx: Context, emailKey: string): readonly [Count, Count, Count] {
  const [ip, account] = [ipKey(ctx), addressKey(emailKey)];
  return [
    [limits.loginFromOneIp, ip],
    [limits.loginToOneAccountFromOneIp, `${account}|${ip}`],
    [limits.loginToOneAccount, account],
  ];
}

/** Counts one try of a password. Refuses with RATE_LIMITED when there were too many. */
export async function countPasswordTry(ctx: Context, emailKey: string, subjectId: string | null = null): Promise<void> {
  const description = "A password was not even checked, after too many tries.";
  for (const count of charges(ctx, emailKey)) {
    await countOne(ctx, count, ({ name }) => recordRefusal(ctx, { action: "auth.login.failed", description, subjectId, metadata: { reason: "throttled", limit: name } }));
  }
}

/** A right password costs nothing: the try is given back, and this machine's wrong ones at the account are forgotten. */
export async function forgivePasswordTry(ctx: Context, emailKey: string): Promise<void> {
  const [ip, pair, account] = charges(ctx, emailKey);
  await Promise.all([ctx.throttle.giveBack(...ip), ctx.throttle.forget(...pair), ctx.throttle.giveBack(...account)]);
}

/** For somebody who has proved to own the mailbox: wrong tries at the account, here and by others, no longer lock them out. */
export async function forgetPasswordTries(ctx: Context, emailKey: string): Promise<void> {
  const [, pair, account] = charges(ctx, emailKey);
  await Promise.all([ctx.throttle.forget(...pair), ctx.throttle.forget(...account)]);
}
