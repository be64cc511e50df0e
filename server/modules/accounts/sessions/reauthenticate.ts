import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import { confirmPassword } from "../passwords/confirm-password";
import { stampReauthentication } from "./sessions.store";

/** Notes on the caller's session that the password was given again just now. */
export async function reauthenticate(ctx: Context, { password }: { password: string }): Promise<void> {
  const { userId, sessionId } = viewerOf(ctx);
  await confirmPassword(ctx, password);
  await inTransaction(ctx, async (ctx) => {
    await stampReauthentication(ctx, sessionId);
    await record(ctx, { action: "auth.reauthenticated", description: "A password was given again.", subjectId: userId });
  });
}
