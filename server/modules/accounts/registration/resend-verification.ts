import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { enqueue } from "../../../platform/jobs";
import { record } from "../../audit";
import { accountLimits } from "../accounts.limits";
import { addressKey, countCalls, ipKey } from "../count-calls";
import { requireEmailAddress } from "../email-address";
import { sendResetLink } from "../passwords/send-reset-link";
import { findUserByEmail } from "../users.store";
import { findUserWithRegistrations } from "./registrations.store";
import { sendVerificationLink } from "./send-verification-link";

export const RESEND_VERIFICATION = "accounts.resend-verification";

/** Asks for another link to confirm an address. Known, unknown and confirmed addresses get the same answer; the job tells them apart. */
export async function resendVerification(ctx: Context, { email }: { email: string }): Promise<void> {
  const { key } = requireEmailAddress(email, "email");
  await countCalls(ctx, [accountLimits.resendFromOneIp, ipKey(ctx)], [accountLimits.resendToOneAddress, addressKey(key)]);
  const user = await findUserByEmail(ctx, key);
  const userId = user?.id ?? null;
  await inTransaction(ctx, async (ctx) => {
    await record(ctx, { action: "auth.verification.requested", description: "Another link to confirm an address was asked for.", subjectId: userId });
    await enqueue(ctx, { name: RESEND_VERIFICATION, payload: { userId } });
  });
}

/**
 * Mails the link. Where an address was registered more than once, nobody knows which of the passwords is its owner's,
 * and a link that confirmed one of them could let a stranger in: the owner gets to choose a new one instead.
 */
export async function sendVerificationAgain(ctx: Context, userId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const user = await findUserWithRegistrations(ctx, userId);
    if (!user || user.emailVerifiedAt) return;
    const [registration, another] = user.registrations;
    if (another) await sendResetLink(ctx, { ...user, name: null });
    else await sendVerificationLink(ctx, user, registration?.id);
  });
}
