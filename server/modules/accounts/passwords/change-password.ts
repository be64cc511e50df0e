import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { hashPassword } from "../../../platform/passwords";
import { record } from "../../audit";
import { forgetViewers } from "../sessions/viewer-for";
import { holdCredentials } from "../users.store";
import { confirmPassword, wrongPassword } from "./confirm-password";
import { replacePassword } from "./replace-password";
import { requireStrongPassword } from "./require-strong-password";

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/** Gives the caller a new password for the current one. Their other sessions end; this one stays. */
export async function changePassword(ctx: Context, { currentPassword, newPassword }: PasswordChange): Promise<void> {
  const { userId, sessionId } = viewerOf(ctx);
  const user = await confirmPassword(ctx, currentPassword);
  await requireStrongPassword({ password: newPassword, field: "newPassword", about: user });
  const passwordHash = await hashPassword(newPassword, ctx.config.passwordCost);
  await inTransaction(ctx, async (ctx) => {
    if (!(await holdCredentials(ctx, user))) throw wrongPassword();
    await replacePassword(ctx, { userId, passwordHash, keepSession: sessionId });
    await record(ctx, { action: "auth.password.changed", description: "A password was changed.", subjectId: userId });
  });
  forgetViewers(userId);
}
