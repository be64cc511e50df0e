import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/refusal";
import type { Limit } from "../../platform/throttle";
import { hashToken } from "../../platform/tokens";
import { recordRefusal } from "../audit";
import { callerOf } from "./networks/network.rules";

/** A limit, and whom it counts for. */
export type Count = readonly [Limit, string];

/** Counts one call under each limit in turn. The first that is full refuses, with RATE_LIMITED; those after it are not charged. */
export async function countCalls(ctx: Context, ...counts: readonly Count[]): Promise<void> {
  for (const count of counts) {
    await countOne(ctx, count, ({ name }) =>
      recordRefusal(ctx, { action: "limit.hit", description: "Something was tried too often.", metadata: { limit: name } }),
    );
  }
}

/** Counts one call. When that is too many, it is noted before it is refused. */
export async function countOne(ctx: Context, [limit, key]: Count, note: (limit: Limit) => Promise<void>): Promise<void> {
  try {
    await ctx.throttle.count(limit, key);
  } catch (error) {
    if (error instanceof Refusal) await note(limit);
    throw error;
  }
}

/** Counts one more, and tells whether that was within the limit. */
export async function isWithin(ctx: Context, [limit, key]: Count): Promise<boolean> {
  try {
    await ctx.throttle.count(limit, key);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Whoever holds this key shares a limit: one IPv4 address, or one IPv6 network of the size that a household gets. */
export const ipKey = (ctx: Context): string => callerOf(ctx.request.ipAddress);

/** Limits know addresses by their hash: what counts calls need not be a list of people. */
export const addressKey = (emailKey: string): string => hashToken(emailKey);
