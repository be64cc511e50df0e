import type { Context } from "../../../platform/context";
import { isRightPassword } from "../../../platform/passwords";
import { isPossiblePassword } from "./password.rules";

/**
 * Whether the password is that of the account. Takes as long when there is no account, and when no account can have
 * that password: bcrypt would read only the first 72 bytes of it.
 */
export function checkPassword(ctx: Context, password: string, account: { passwordHash: string } | null): Promise<boolean> {
  const comparable = account && isPossiblePassword(password) ? account.passwordHash : null;
  return isRightPassword(password, comparable, ctx.config.passwordCost);
}
