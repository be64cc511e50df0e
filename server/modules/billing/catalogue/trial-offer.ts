import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";
import { findUser } from "../../accounts";
import { hasHadTrial } from "../trials/trial-marks";

const TRIAL_DAYS = 7;

/** How many days are free for the person of that address (`UserRow.emailKey`); null for who has had them. */
export const trialDaysForAddress = async (ctx: Context, emailKey: string): Promise<number | null> => ((await hasHadTrial(ctx, emailKey)) ? null : TRIAL_DAYS);

/** The same for the caller, looked up once a request. Who isn't logged in is told what everybody is offered. */
export function trialDaysFor(ctx: Context): Promise<number | null> {
  const { viewer } = ctx;
  if (!viewer) return Promise.resolve(TRIAL_DAYS);
  const loader = loaderOf<string, number | null>(ctx, "billing.trialDays", async (userIds) => new Map(await Promise.all(userIds.map(async (id) => [id, await trialDaysForUser(ctx, id)] as const))));
  return loader.load(viewer.userId);
}

async function trialDaysForUser(ctx: Context, userId: string): Promise<number | null> {
  const user = await findUser(ctx, userId);
  return user ? trialDaysForAddress(ctx, user.emailKey) : TRIAL_DAYS;
}
