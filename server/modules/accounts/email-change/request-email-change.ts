import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { badInput } from "../../../platform/refusal";
import { record } from "../../audit";
import { sendEmail } from "../../messaging";
import { accountLimits } from "../accounts.limits";
import { addressKey, countCalls } from "../count-calls";
import { requireEmailAddress } from "../email-address";
import { dropMailedTokens } from "../mailed-links/mailed-tokens.store";
import { newLink } from "../mailed-links/new-link";
import { confirmPassword, wrongPassword } from "../passwords/confirm-password";
import { type Credentials, findUserByEmail, holdCredentials, type UserRow } from "../users.store";

export interface EmailChange {
  newEmail: string;
  password: string;
}

/**
 * Asks for another address. Nothing changes until that address confirms; the old one is told at once, with a link that
 * undoes it all. An address that somebody else has gets a mail that says so, and the caller is not told: the same
 * statements run, the same mails are asked for.
 */
export async function requestEmailChange(ctx: Context, { newEmail, password }: EmailChange): Promise<void> {
  const address = requireEmailAddress(newEmail, "newEmail");
  const user = await confirmPassword(ctx, password);
  if (address.key === user.emailKey) throw badInput("newEmail", "This is your address already.");
  await countCalls(ctx, [accountLimits.changeAddressOfOneAccount, user.id], [accountLimits.changeToOneAddress, addressKey(address.key)]);

  await inTransaction(ctx, async (ctx) => {
    if (!(await holdCredentials(ctx, user))) throw wrongPassword();
    const holder = await findUserByEmail(ctx, address.key);
    await dropMailedTokens(ctx, user.id, { purposes: ["CONFIRM_EMAIL_CHANGE"] });
    await askNewAddress(ctx, { user, newEmail: address.email, holder });
    await tellOldAddress(ctx, user, address.email);
    await record(ctx, { action: "account.email.change_requested", description: "A change of address was asked for.", subjectId: user.id });
  });
}

interface Question {
  user: Credentials;
  newEmail: string;
  holder: UserRow | null;
}

/** The link is made in any case, so that the change shows as pending; to an address that is taken it is never sent. */
async function askNewAddress(ctx: Context, { user, newEmail, holder }: Question): Promise<void> {
  const { id, token, validFor } = await newLink(ctx, { userId: user.id, purpose: "CONFIRM_EMAIL_CHANGE", email: newEmail });
  if (holder?.emailVerifiedAt) {
    await sendEmail(ctx, { to: holder.email, userId: holder.id, template: "already-registered", data: {}, key: `already-registered:${id}` });
  } else {
    await sendEmail(ctx, { to: newEmail, userId: user.id, template: "email-change-confirm", data: { token, validFor }, key: `email-change-confirm:${id}` });
  }
}

async function tellOldAddress(ctx: Context, { id: userId, email, name }: Credentials, newEmail: string): Promise<void> {
  const { id, token, validFor } = await newLink(ctx, { userId, purpose: "UNDO_EMAIL_CHANGE", email });
  await sendEmail(ctx, { to: email, userId, template: "email-change-notice", data: { name, newEmail, token, validFor }, key: `email-change-notice:${id}` });
}
