import type { Context } from "../../../platform/context";
import { enqueue } from "../../../platform/jobs";
import { record } from "../../audit";
import { dropMailedTokens } from "../mailed-links/mailed-tokens.store";
import { useLink } from "../mailed-links/use-link";
import { ANSWER_RESET_REQUEST } from "../passwords/request-password-reset";
import { endSessions } from "../sessions/sessions.store";
import { forgetViewers } from "../sessions/viewer-for";
import { moveToAddress } from "./move-to-address";

/**
 * Gives an account back the address it had when the link was mailed, or stops the change that is still pending. Every
 * session ends, and the owner gets a link to choose a new password, for whoever asked for the change knew the old one.
 * Later undo links die with it, earlier ones don't: after several changes the oldest address wins.
 */
export async function undoEmailChange(ctx: Context, { token }: { token: string }): Promise<void> {
  const user = await useLink(ctx, { purpose: "UNDO_EMAIL_CHANGE", token }, async (ctx, link) => {
    const user = await moveToAddress(ctx, link);
    const { userId, createdAt } = link;
    await dropMailedTokens(ctx, userId, { purposes: ["RESET_PASSWORD", "CONFIRM_EMAIL_CHANGE"] });
    await dropMailedTokens(ctx, userId, { purposes: ["UNDO_EMAIL_CHANGE"], youngerThan: createdAt });
    await endSessions(ctx, { userId, because: "change of address undone" });
    await record(ctx, { action: "account.email.undone", description: "A change of address was undone.", severity: "WARNING", actorId: userId, subjectId: userId });
    await enqueue(ctx, { name: ANSWER_RESET_REQUEST, payload: { userId } });
    return user;
  });
  forgetViewers(user.id);
}
