import type { Context } from "../../../platform/context";
import { inTransaction } from "../../../platform/transaction";
import { hashPassword, isOutdatedHash } from "../../../platform/passwords";
import { Refusal } from "../../../platform/refusal";
import { record } from "../../audit";
import { readEmailAddress } from "../email-address.rules";
import { noteNewNetwork } from "../networks/note-new-network";
import { countFailedAccount, isSuspiciousAddress, noteSuspiciousAddress } from "../networks/suspicious-address";
import { checkPassword } from "../passwords/check-password";
import { type Credentials, findCredentials, getUser, holdCredentials, updateUser, type UserRow } from "../users.store";
import { countPasswordTry, forgivePasswordTry } from "./login-throttle";
import { handOver, type Keys, openSession } from "./open-session";

export interface LoginInput {
  email: string;
  password: string;
}

/** A caller who has just proved who they are, and what to prove it with from now on. */
export interface LoggedIn extends Keys {
  user: UserRow;
}

/**
 * Begins a session for who knows the password of an address. An unknown address and a wrong password take the same
 * path, the same time and the same answer; only a right password learns that the account is suspended or unconfirmed.
 */
export async function login(ctx: Context, { email, password }: LoginInput): Promise<LoggedIn> {
  const found = await credentialsFor(ctx, { email, password });
  if (found.suspendedAt) {
    await noteFailure(ctx, "suspended", found.id);
    throw suspended();
  }
  if (!found.emailVerifiedAt) {
    await noteFailure(ctx, "unverified", found.id);
    throw new Refusal("EMAIL_NOT_VERIFIED", "Please confirm your address first: the link is in the mail we sent you.");
  }
  return begin(ctx, found, password);
}

async function credentialsFor(ctx: Context, { email, password }: LoginInput): Promise<Credentials> {
  const address = readEmailAddress(email);
  const emailKey = address?.key ?? email;
  await countPasswordTry(ctx, emailKey);
  const found = await findCredentials(ctx, address?.key ?? "");
  const right = await checkPassword(ctx, password, found);
  if (found && right) {
    await forgivePasswordTry(ctx, emailKey);
    return found;
  }
  await countFailedAccount(ctx, emailKey);
  await noteFailure(ctx, found ? "wrong_password" : "unknown_address", found?.id ?? null);
  throw wrongCredentials();
}

async function begin(ctx: Context, found: Credentials, password: string): Promise<LoggedIn> {
  const newHash = isOutdatedHash(found.passwordHash, ctx.config.passwordCost) ? await hashPassword(password, ctx.config.passwordCost) : null;
  const suspicious = await isSuspiciousAddress(ctx);
  const loggedIn = await inTransaction(ctx, async (ctx) => {
    if (!(await holdCredentials(ctx, found))) return null;
    if (newHash) await updateUser(ctx, found.id, { passwordHash: newHash });
    const keys = await openSession(ctx, found.id);
    await record(ctx, { action: "auth.login.succeeded", description: "Somebody logged in.", actorId: found.id, subjectId: found.id });
    if (suspicious) await noteSuspiciousAddress(ctx, "A login succeeded from an address where many others failed.", found.id);
    await noteNewNetwork(ctx, found);
    return { ...keys, user: await getUser(ctx, found.id) };
  });
  if (!loggedIn) throw wrongCredentials();
  handOver(ctx, loggedIn);
  return loggedIn;
}

const noteFailure = (ctx: Context, reason: string, subjectId: string | null) =>
  record(ctx, { action: "auth.login.failed", description: "A login failed.", severity: "WARNING", subjectId, metadata: { reason } });

const wrongCredentials = () => new Refusal("INVALID_CREDENTIALS", "The e-mail address or the password is wrong.");

export const suspended = () => new Refusal("ACCOUNT_SUSPENDED", "This account is suspended. Please write to us if you think that is a mistake.");
