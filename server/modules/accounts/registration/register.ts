import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { enqueue } from "../../../platform/jobs";
import { hashPassword } from "../../../platform/passwords";
import { record } from "../../audit";
import { accountLimits } from "../accounts.limits";
import { addressKey, countCalls, ipKey } from "../count-calls";
import { requireEmailAddress } from "../email-address";
import { requireStrongPassword } from "../passwords/require-strong-password";
import { requireName } from "../profile/require-name";
import { findUserByEmail, insertUserUnlessKnown } from "../users.store";
import { insertRegistration } from "./registrations.store";

export interface RegisterInput {
  email: string;
  password: string;
  name?: string | null;
  newsletterOptIn: boolean;
}

export const ANSWER_REGISTRATION = "accounts.answer-registration";

/**
 * Takes a registration down and has it answered by mail. Whether the address is new, unconfirmed or somebody's already,
 * the same statements run and the same is answered; the difference is made by the job and told in the mailbox only.
 *
 * Anyone can register anyone's address, so a registration changes nothing of an account that is there: its password
 * waits beside it, and counts once the link mailed for this very registration has been used.
 */
export async function register(ctx: Context, { email: given, password, name: givenName, newsletterOptIn }: RegisterInput): Promise<void> {
  const { email, key: emailKey } = requireEmailAddress(given, "email");
  const name = requireName(givenName ?? null);
  await requireStrongPassword({ password, field: "password", about: { email, name } });
  await countCalls(ctx, [accountLimits.registerFromOneIp, ipKey(ctx)], [accountLimits.registerOneAddress, addressKey(emailKey)]);
  const passwordHash = await hashPassword(password, ctx.config.passwordCost);

  await inTransaction(ctx, async (ctx) => {
    const typed = { passwordHash, name, newsletterOptIn, createdAt: ctx.clock.now() };
    const isNew = await insertUserUnlessKnown(ctx, { id: ctx.random.uuid(), email, emailKey, ...typed });
    const user = await findUserByEmail(ctx, emailKey);
    if (!user) throw new Error("An account that was just made or found must be there.");
    const registrationId = ctx.random.uuid();
    await insertRegistration(ctx, { id: registrationId, userId: user.id, ...typed });
    await record(ctx, {
      action: isNew ? "auth.registered" : "auth.registration.repeated",
      description: isNew ? "An account was registered." : "An address that has an account was registered again.",
      subjectId: user.id,
    });
    await enqueue(ctx, { name: ANSWER_REGISTRATION, payload: { registrationId } });
  });
}
