import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { sendEmail } from "../../messaging";
import { newLink } from "../mailed-links/new-link";
import { findUser } from "../users.store";

/** Mails a link to choose a new password. Earlier ones still out go on working: mails may overtake each other. */
export async function sendResetLink(ctx: Context, { id: userId, email, name }: { id: string; email: string; name: string | null }): Promise<void> {
  const { id, token, validFor } = await newLink(ctx, { userId, purpose: "RESET_PASSWORD" });
  await sendEmail(ctx, { to: email, userId, template: "reset-password", data: { name, token, validFor }, key: `reset-password:${id}` });
}

/** The job behind a request: an account that is gone by now, or never was, gets nothing. */
export async function answerResetRequest(ctx: Context, userId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const user = await findUser(ctx, userId);
    // Whoever registered an address chose the name, and need not be the one who reads its mail.
    if (user) await sendResetLink(ctx, { ...user, name: user.emailVerifiedAt ? user.name : null });
  });
}
