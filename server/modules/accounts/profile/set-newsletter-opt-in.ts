import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import { updateUser, type UserRow } from "../users.store";

/** Notes whether the caller wants the newsletter. Twice is once. */
export async function setNewsletterOptIn(ctx: Context, { optIn }: { optIn: boolean }): Promise<UserRow> {
  const { userId } = viewerOf(ctx);
  return inTransaction(ctx, async (ctx) => {
    const user = await updateUser(ctx, userId, { newsletterOptIn: optIn });
    await record(ctx, { action: "account.newsletter.changed", description: optIn ? "The newsletter was asked for." : "The newsletter was declined.", subjectId: userId });
    return user;
  });
}
