import { hours } from "../../../platform/clock";
import type { Context } from "../../../platform/context";
import { record } from "../../audit";
import { addressKey, ipKey, isWithin } from "../count-calls";

/** Somebody who mistypes fails at one account; a machine that fails at ten within an hour is working through a list. */
const ACCOUNTS_FAILED = { name: "accounts-failed", max: 9, window: hours(1) };
const ONCE_PER_ACCOUNT = { name: "account-failed", max: 1, window: hours(1) };
const ONCE_PER_ADDRESS = { name: "address-suspicious", max: 1, window: hours(1) };

/** Counts the accounts at which logins from the caller's address failed; the tenth within an hour is noted, once an hour. */
export async function countFailedAccount(ctx: Context, emailKey: string): Promise<void> {
  const ip = ipKey(ctx);
  if (!(await isWithin(ctx, [ONCE_PER_ACCOUNT, `${ip}|${addressKey(emailKey)}`]))) return;
  if (await isWithin(ctx, [ACCOUNTS_FAILED, ip])) return;
  if (await isWithin(ctx, [ONCE_PER_ADDRESS, ip])) await noteSuspiciousAddress(ctx, "Logins to many accounts failed from one address.");
}

/** Whether logins from the caller's address failed at nine accounts or more within the hour. */
export async function isSuspiciousAddress(ctx: Context): Promise<boolean> {
  const ip = ipKey(ctx);
  if (!(await isWithin(ctx, [ACCOUNTS_FAILED, ip]))) return true;
  await ctx.throttle.giveBack(ACCOUNTS_FAILED, ip);
  return false;
}

export const noteSuspiciousAddress = (ctx: Context, description: string, subjectId: string | null = null): Promise<void> =>
  record(ctx, { action: "auth.address.suspicious", description, severity: "CRITICAL", subjectId });
