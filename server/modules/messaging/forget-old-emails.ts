import { after, days } from "../../platform/clock";
import type { Context } from "../../platform/context";
import { deleteSettledBefore } from "./messages.store";

/** Long enough to answer "did you send it?", and no longer. */
export const KEPT_FOR = days(90);

/** Forgets the mails that have had their final state for so long that nobody asks for them. */
export async function forgetOldEmails(ctx: Context): Promise<void> {
  const count = await deleteSettledBefore(ctx, after(ctx.clock.now(), -KEPT_FOR));
  ctx.log.info({ count }, "old mails forgotten");
}
