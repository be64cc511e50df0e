import type { Context } from "../../platform/context";
import { inTransaction } from "../../platform/transaction";
import { record } from "../audit";
import { deleteWhatIsOver } from "./clean-up.store";

/** Every night: forgets links and exports that expired, sessions that ended, and accounts never confirmed, after 30 days. */
export async function cleanUp(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const deleted = await deleteWhatIsOver(ctx);
    await record(ctx, { action: "accounts.cleaned_up", category: "BUSINESS", description: "What was over was deleted.", metadata: deleted });
  });
}
