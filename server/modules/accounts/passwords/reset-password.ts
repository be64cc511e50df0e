import type { Context } from "../../../platform/context";
import { hashPassword } from "../../../platform/passwords";
import { hashToken } from "../../../platform/tokens";
import { record } from "../../audit";
import { findOwnerOfMailedToken } from "../mailed-links/mailed-tokens.store";
import { useLink } from "../mailed-links/use-link";
import { confirmAddress, deleteRegistrations } from "../registration/registrations.store";
import { forgetPasswordTries } from "../sessions/login-throttle";
import { forgetViewers } from "../sessions/viewer-for";
import { replacePassword } from "./replace-password";
import { requireStrongPassword } from "./require-strong-password";

const purpose = "RESET_PASSWORD";

/**
 * Sets a new password with the link mailed for it. Ends every session and begins none. Who used the link owns the
 * mailbox, so an address that was not confirmed yet now is. A password that won't do leaves the link as it is.
 */
export async function resetPassword(ctx: Context, { token, newPassword }: { token: string; newPassword: string }): Promise<void> {
  const owner = await findOwnerOfMailedToken(ctx, { purpose, tokenHash: hashToken(token) });
  if (owner) await requireStrongPassword({ password: newPassword, field: "newPassword", about: owner });
  const passwordHash = owner ? await hashPassword(newPassword, ctx.config.passwordCost) : "";

  const user = await useLink(ctx, { purpose, token }, async (ctx, { userId }) => {
    if (await confirmAddress(ctx, userId, {})) {
      await deleteRegistrations(ctx, { userId });
      await record(ctx, { action: "auth.verified", description: "An address was confirmed.", actorId: userId, subjectId: userId });
    }
    await record(ctx, { action: "auth.password.reset", description: "A new password was set with a mailed link.", severity: "WARNING", actorId: userId, subjectId: userId });
    return replacePassword(ctx, { userId, passwordHash });
  });
  forgetViewers(user.id);
  await forgetPasswordTries(ctx, user.emailKey);
}
