import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import { endSessions } from "./sessions.store";
import { forgetViewers } from "./viewer-for";

/** Ends every session of the caller, this one too. */
export async function logoutEverywhere(ctx: Context): Promise<void> {
  const { userId } = viewerOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    const sessions = await endSessions(ctx, { userId, because: "logged out everywhere" });
    await record(ctx, { action: "auth.logout.everywhere", description: "Somebody logged out everywhere.", subjectId: userId, metadata: { sessions } });
  });
  forgetViewers(userId);
  ctx.cookies.clear();
}
