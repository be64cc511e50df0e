import type { Context } from "../../platform/context";
import { inTransaction } from "../../platform/transaction";
import { enqueue } from "../../platform/jobs";
import { seal } from "../../platform/sealing";
import { DELIVERY_ATTEMPTS } from "./delivery.rules";
import { writeEmail, type EmailData, type EmailTemplate } from "./emails/templates";
import { insertMessage } from "./messages.store";

export const SEND_EMAIL = "messaging.send-email";

/** A run that meets a message in other hands counts for the job but not for the message, so the job gets more. */
const JOB_ATTEMPTS = DELIVERY_ATTEMPTS + 5;

export interface EmailRequest<Name extends EmailTemplate> {
  to: string;
  template: Name;
  data: EmailData<Name>;
  /** What the mail is about, e.g. `verify-address:TOKEN_ID`: the same key twice is one mail. */
  key: string;
  /** Whose mail it is: it goes when they go. None for a farewell. */
  userId?: string;
}

/**
 * Asks for one mail, in the transaction of `ctx` if there is one: it goes out once that is committed, and never if it is
 * rolled back. Its content is sealed until it is sent, for it may hold links that log people in.
 */
export async function sendEmail<Name extends EmailTemplate>(ctx: Context, { to, template, data, key, userId }: EmailRequest<Name>): Promise<void> {
  const { subject, text, html } = writeEmail(template, data, ctx.config.webUrl);
  const sealed = seal(ctx.config.sealingSecret, JSON.stringify({ text, html }));
  const id = ctx.random.uuid();
  await inTransaction(ctx, async (ctx) => {
    const isNew = await insertMessage(ctx, { id, key, userId, to, template, subject, sealed, createdAt: ctx.clock.now() });
    if (isNew) await enqueue(ctx, { name: SEND_EMAIL, payload: { messageId: id }, maxAttempts: JOB_ATTEMPTS });
  });
}
