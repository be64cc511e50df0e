import type { Context } from "../../../platform/context";
import { record } from "../../audit";
import { dropMailedTokens } from "../mailed-links/mailed-tokens.store";
import { useLink } from "../mailed-links/use-link";
import { moveToAddress } from "./move-to-address";

/** Makes the change of address that was asked for, with the link mailed to the new one. A link to choose a password that went to the old one is worthless then. */
export async function confirmEmailChange(ctx: Context, { token }: { token: string }): Promise<void> {
  await useLink(ctx, { purpose: "CONFIRM_EMAIL_CHANGE", token }, async (ctx, link) => {
    const user = await moveToAddress(ctx, link);
    await dropMailedTokens(ctx, user.id, { purposes: ["RESET_PASSWORD", "CONFIRM_EMAIL_CHANGE"] });
    await record(ctx, { action: "account.email.confirmed", description: "A new address was confirmed.", actorId: user.id, subjectId: user.id });
    return user;
  });
}
