import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { record } from "../../audit";
import { forgetEmails, sendEmail } from "../../messaging";
import { confirmPassword } from "../passwords/confirm-password";
import { forgetViewers } from "../sessions/viewer-for";
import { deleteUser, holdUserForDeletion } from "../users.store";
import { personalDataHolders } from "./holders";

/**
 * Deletes the caller's account with all that belongs to it, for their password. What must end elsewhere ends first: when
 * that fails, nothing is deleted, and the call can be made again. What stays is the audit log, which knows people by id
 * only. The address is free to register again.
 */
export async function deleteMyAccount(ctx: Context, { password }: { password: string }): Promise<void> {
  const { id, email, name } = await confirmPassword(ctx, password);
  for (const { endElsewhere } of personalDataHolders()) await endElsewhere?.(ctx, id);
  await inTransaction(ctx, async (ctx) => {
    await holdUserForDeletion(ctx, id); // First of all: whoever writes something for this person holds the account before they write.
    for (const { beforeDeletion } of personalDataHolders()) await beforeDeletion?.(ctx, id);
    await forgetEmails(ctx, id);
    await deleteUser(ctx, id);
    await record(ctx, { action: "account.deleted", description: "A person deleted their account.", subjectId: id });
    await sendEmail(ctx, { to: email, template: "account-deleted", data: { name }, key: `account-deleted:${id}` });
  });
  forgetViewers(id);
  ctx.cookies.clear();
}
