import { type Context, viewerOf } from "../../../platform/context";
import { Refusal } from "../../../platform/refusal";
import { record } from "../../audit";
import { countPasswordTry, forgivePasswordTry } from "../sessions/login-throttle";
import { type Credentials, getCredentials } from "../users.store";
import { checkPassword } from "./check-password";

/**
 * The caller's account, once they have given its password again. A wrong one is INVALID_CREDENTIALS and counts as a
 * failed login would: an open session must not be a way to guess its password.
 */
export async function confirmPassword(ctx: Context, password: string): Promise<Credentials> {
  const user = await getCredentials(ctx, viewerOf(ctx).userId);
  await countPasswordTry(ctx, user.emailKey, user.id);
  if (!(await checkPassword(ctx, password, user))) {
    await record(ctx, { action: "auth.reauthentication.failed", description: "A password given again was wrong.", severity: "WARNING", subjectId: user.id });
    throw wrongPassword();
  }
  await forgivePasswordTry(ctx, user.emailKey);
  return user;
}

export const wrongPassword = () => new Refusal("INVALID_CREDENTIALS", "The password is wrong.");
