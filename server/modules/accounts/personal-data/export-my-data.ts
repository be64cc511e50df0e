import { after, hours } from "../../../platform/clock";
import { type Context, viewerOf } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import type { Prisma } from "../../../platform/prisma/client";
import { auditEntriesAbout, record } from "../../audit";
import { emailsSentTo } from "../../messaging";
import { knownNetworksOf } from "../networks/known-addresses.store";
import { sessionsOf } from "../sessions/sessions.store";
import { getUser, holdUser } from "../users.store";
import { replaceExport } from "./exports.store";
import { personalDataHolders } from "./holders";

const EXPORT_LIFE = hours(24);

export interface DataExport {
  /** Where the caller, and nobody else, can fetch it. */
  url: string;
  expiresAt: Date;
}

/** Gathers everything the product holds on the caller into one file, kept for 24 hours behind a link for them only. */
export async function exportMyData(ctx: Context): Promise<DataExport> {
  const { userId } = viewerOf(ctx);
  const content = await everythingOn(ctx, userId);
  const [id, now] = [ctx.random.uuid(), ctx.clock.now()];
  const expiresAt = after(now, EXPORT_LIFE);
  await inTransaction(ctx, async (ctx) => {
    await holdUser(ctx, userId);
    await replaceExport(ctx, { id, userId, content, createdAt: now, expiresAt });
    await record(ctx, { action: "account.exported", description: "A person's data was exported for them.", subjectId: userId });
  });
  return { url: `${ctx.config.apiUrl}/api/exports/${id}`, expiresAt };
}

async function everythingOn(ctx: Context, userId: string): Promise<Prisma.InputJsonObject> {
  const [account, sessions, knownNetworks, emails, securityLog, ...others] = await Promise.all([
    getUser(ctx, userId),
    sessionsOf(ctx, userId),
    knownNetworksOf(ctx, userId),
    emailsSentTo(ctx, userId),
    auditEntriesAbout(ctx, userId),
    ...personalDataHolders().map(async ({ section, dataOf }) => [section, await dataOf(ctx, userId)] as const),
  ]);
  const all = { exportedAt: ctx.clock.now(), account, sessions, knownNetworks, emails, securityLog, ...Object.fromEntries(others) };
  return JSON.parse(JSON.stringify(all)) as Prisma.InputJsonObject;
}
