import type { Context } from "../../../platform/context";
import type { MailedLink } from "../mailed-links/mailed-tokens.store";
import { requireEmailAddress } from "../email-address";
import { tellHoldersOfChange } from "../personal-data/holders";
import { deleteUnverifiedUser, setAddress, type UserRow } from "../users.store";

/**
 * Gives an account the address that a link speaks of, whose mailbox is proved by the link. Another account that only
 * claims the address, never confirmed, makes way; before a confirmed one this refuses with CONFLICT, which tells the
 * owner of the mailbox nothing new.
 */
export async function moveToAddress(ctx: Context, { userId, email }: MailedLink): Promise<UserRow> {
  if (email === null) throw new Error("A link about a change of address must name one.");
  const address = requireEmailAddress(email, "newEmail");
  await deleteUnverifiedUser(ctx, { emailKey: address.key, except: userId });
  const user = await setAddress(ctx, userId, address);
  await tellHoldersOfChange(ctx, userId);
  return user;
}
