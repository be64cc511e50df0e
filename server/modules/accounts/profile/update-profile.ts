import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { badInput } from "../../../platform/refusal";
import { record } from "../../audit";
import { tellHoldersOfChange } from "../personal-data/holders";
import { updateUser, type UserRow } from "../users.store";
import { isTimeZone } from "./profile.rules";
import { requireName } from "./require-name";

export interface ProfileChange {
  /** Null or empty takes the name away. */
  name?: string | null;
  timeZone?: string | null;
}

/** Changes what is given of the caller's profile, and leaves the rest. */
export async function updateProfile(ctx: Context, { name, timeZone }: ProfileChange): Promise<UserRow> {
  const { userId } = viewerOf(ctx);
  const change = { ...(name !== undefined && { name: requireName(name) }), ...(timeZone != null && { timeZone: requireTimeZone(timeZone) }) };
  return inTransaction(ctx, async (ctx) => {
    const user = await updateUser(ctx, userId, change);
    if (change.name !== undefined) await tellHoldersOfChange(ctx, userId);
    const fields = Object.keys(change).join(", ") || "nothing";
    await record(ctx, { action: "account.profile.changed", description: `A profile was changed: ${fields}.`, subjectId: userId });
    return user;
  });
}

function requireTimeZone(text: string): string {
  if (!isTimeZone(text)) throw badInput("timeZone", "Please give a time zone by its IANA name, such as Europe/Berlin.");
  return text;
}
