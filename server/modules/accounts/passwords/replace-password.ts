import type { Context } from "../../../platform/context";
import { sendEmail } from "../../messaging";
import { dropMailedTokens } from "../mailed-links/mailed-tokens.store";
import { endSessions } from "../sessions/sessions.store";
import { updateUser, type UserRow } from "../users.store";

export interface NewPasswordHash {
  userId: string;
  passwordHash: string;
  /** The session that may stay; none if not given. */
  keepSession?: string;
}

/**
 * Gives an account a new password, in the transaction of `ctx`: its other sessions end, links that were mailed before
 * are worthless, and the owner is told. Only the link that undoes a change of address stays: it is the owner's
 * way back when the one who chose the new password is somebody else.
 */
export async function replacePassword(ctx: Context, { userId, passwordHash, keepSession }: NewPasswordHash): Promise<UserRow> {
  const user = await updateUser(ctx, userId, { passwordHash });
  await endSessions(ctx, { userId, except: keepSession, because: "password changed" });
  await dropMailedTokens(ctx, userId, { purposes: ["VERIFY_EMAIL", "RESET_PASSWORD", "CONFIRM_EMAIL_CHANGE"] });
  const { email, name, timeZone } = user;
  await sendEmail(ctx, { to: email, userId, template: "password-changed", data: { name, timeZone, at: ctx.clock.now() }, key: `password-changed:${ctx.random.uuid()}` });
  return user;
}
