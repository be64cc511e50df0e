import type { Context } from "../../../platform/context";
import { sendEmail } from "../../messaging";
import { newLink } from "../mailed-links/new-link";

/** Mails a link that confirms an address, and with it the registration it was made for. */
export async function sendVerificationLink(ctx: Context, user: { id: string; email: string }, registrationId?: string): Promise<void> {
  const { id, token, validFor } = await newLink(ctx, { userId: user.id, purpose: "VERIFY_EMAIL", registrationId });
  await sendEmail(ctx, { to: user.email, userId: user.id, template: "verify-address", data: { token, validFor }, key: `verify-address:${id}` });
}
