import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";
import { findUser, type UserRow } from "../../accounts";
import { hasHadTrial } from "../trials/trial-marks";
import { hasBeenOnTrial } from "../subscriptions/subscriptions.store";

const TRIAL_DAYS = 7;

/** How many days are free for a person; null for who has had them, as the owner of this address or, before it changed, by their own subscriptions. */
export async function trialDaysForUser(ctx: Context, { id, emailKey }: Pick<UserRow, "id" | "emailKey">): Promise<number | null> {
  const [byAddress, byAccount] = await Promise.all([hasHadTrial(ctx, emailKey), hasBeenOnTrial(ctx, id)]);
  return byAddress || byAccount ? null : TRIAL_DAYS;
}

/** The same for the caller, looked up once a request. Who isn't logged in is told what everybody is offered. */
export function trialDaysFor(ctx: Context): Promise<number | null> {
  const { viewer } = ctx;
  if (!viewer) return Promise.resolve(TRIAL_DAYS);
  const loader = loaderOf<string, number | null>(ctx, "billing.trialDays", async (userIds) => new Map(await Promise.all(userIds.map(async (id) => [id, await trialDaysOf(ctx, id)] as const))));
  return loader.load(viewer.userId);
}

async function trialDaysOf(ctx: Context, userId: string): Promise<number | null> {
  const user = await findUser(ctx, userId);
  return user ? trialDaysForUser(ctx, user) : TRIAL_DAYS;
}
