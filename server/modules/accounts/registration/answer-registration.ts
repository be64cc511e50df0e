import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { sendEmail } from "../../messaging";
import { deleteRegistrations, findUserOfRegistration } from "./registrations.store";
import { sendVerificationLink } from "./send-verification-link";

/** Mails the answer to a registration: its own link while the address is unconfirmed, else that there is an account already. */
export async function answerRegistration(ctx: Context, { registrationId }: { registrationId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const user = await findUserOfRegistration(ctx, registrationId);
    if (!user) return;
    if (!user.emailVerifiedAt) return sendVerificationLink(ctx, user, registrationId);
    await deleteRegistrations(ctx, { id: registrationId });
    await sendEmail(ctx, { to: user.email, userId: user.id, template: "already-registered", data: {}, key: `already-registered:${registrationId}` });
  });
}
