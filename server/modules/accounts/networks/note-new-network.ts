import { createHmac } from "node:crypto";

import type { Context } from "../../../platform/context";
import { record } from "../../audit";
import { sendEmail } from "../../messaging";
import type { UserRow } from "../users.store";
import { rememberNetwork } from "./known-addresses.store";
import { networkOf } from "./network.rules";

/** Networks are few enough to try them all, so a plain hash would hide nothing: this one needs the secret. */
const fingerprint = (ctx: Context, userId: string) =>
  createHmac("sha256", ctx.config.sealingSecret).update(`known-network|${userId}|${networkOf(ctx.request.ipAddress)}`).digest("base64url");

/** Remembers where a login came from; when that is new, though not the first place, notes it and tells the owner. */
export async function noteNewNetwork(ctx: Context, user: UserRow): Promise<void> {
  if (!(await rememberNetwork(ctx, user.id, fingerprint(ctx, user.id)))) return;
  await record(ctx, { action: "auth.login.new_address", description: "A login came from a network not seen before.", severity: "WARNING", actorId: user.id, subjectId: user.id });
  const { id: userId, email, name, timeZone } = user;
  const { ipAddress, userAgent } = ctx.request;
  await sendEmail(ctx, { to: email, userId, template: "new-sign-in", data: { name, timeZone, ipAddress, userAgent, at: ctx.clock.now() }, key: `new-sign-in:${ctx.random.uuid()}` });
}
