import type { Context } from "../../../platform/context";
import { record } from "../../audit";
import { useLink } from "../mailed-links/use-link";
import { dropMailedTokens, type MailedLink } from "../mailed-links/mailed-tokens.store";
import { noteNewNetwork } from "../networks/note-new-network";
import { type LoggedIn, suspended } from "../sessions/login";
import { handOver, type Keys, openSession } from "../sessions/open-session";
import { getUser, type UserRow } from "../users.store";
import { confirmAddress, deleteRegistrations, getRegistration } from "./registrations.store";

/** Confirms an address with the link mailed to it, and begins a session for who used the link: they own the mailbox. */
export async function verifyEmail(ctx: Context, { token }: { token: string }): Promise<LoggedIn> {
  const { user, keys } = await useLink(ctx, { purpose: "VERIFY_EMAIL", token }, confirm);
  if (!keys) throw suspended();
  handOver(ctx, keys);
  return { ...keys, user };
}

async function confirm(ctx: Context, { userId, registrationId }: MailedLink): Promise<{ user: UserRow; keys: Keys | null } | null> {
  const typed = registrationId ? await getRegistration(ctx, registrationId) : {};
  if (!(await confirmAddress(ctx, userId, typed))) return null;
  await deleteRegistrations(ctx, { userId });
  await dropMailedTokens(ctx, userId, { purposes: ["VERIFY_EMAIL", "RESET_PASSWORD"] });
  await record(ctx, { action: "auth.verified", description: "An address was confirmed.", actorId: userId, subjectId: userId });
  const user = await getUser(ctx, userId);
  if (user.suspendedAt) return { user, keys: null };
  const keys = await openSession(ctx, userId);
  await noteNewNetwork(ctx, user);
  return { user, keys };
}
