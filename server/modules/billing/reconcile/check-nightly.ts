import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { countEntries, record } from "../../audit";
import { checkBilling, type Finding } from "./check-billing";

const BROKEN = "billing.invariant.broken";

/** Every night: what of billing is not as it must be is logged as an error, and noted in the audit log once a day. */
export async function checkNightly(ctx: Context): Promise<void> {
  const broken = (await checkBilling(ctx)).filter(({ isBroken }) => isBroken);
  for (const { name, sentence, count, examples } of broken) ctx.log.error({ invariant: name, count, examples }, `broken: ${sentence}`);
  await inTransaction(ctx, async (ctx) => {
    for (const finding of broken) await note(ctx, finding);
  });
}

async function note(ctx: Context, { name, sentence, count, examples }: Finding): Promise<void> {
  const today = new Date(ctx.clock.now().toISOString().slice(0, 10));
  if ((await countEntries(ctx, { action: BROKEN, since: today, metadata: { invariant: name } })) > 0) return;
  const metadata = { invariant: name, count, examples: examples.join(", ") };
  await record(ctx, { action: BROKEN, category: "ERROR", severity: "WARNING", description: `This is not so: ${sentence}`, metadata });
}
