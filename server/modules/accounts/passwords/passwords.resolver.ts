import { Arg, Ctx, Directive, Mutation, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { changePassword } from "./change-password";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";

@Resolver()
export class PasswordsResolver {
  @Mutation(() => Boolean, { description: "A link to choose a new password. The same answer for every address." })
  @Directive('@rateLimit(max: 60, window: "1m")')
  async requestPasswordReset(@Ctx() ctx: Context, @Arg("email", () => String) email: string): Promise<boolean> {
    await requestPasswordReset(ctx, { email });
    return true;
  }

  @Mutation(() => Boolean, { description: "Sets a new password with a mailed link. Ends every session; log in with the new password then." })
  @Directive('@rateLimit(max: 20, window: "1m")')
  async resetPassword(@Ctx() ctx: Context, @Arg("token", () => String) token: string, @Arg("newPassword", () => String) newPassword: string): Promise<boolean> {
    await resetPassword(ctx, { token, newPassword });
    return true;
  }

  @Mutation(() => Boolean, { description: "Sets a new password for the current one. Ends the caller's other sessions." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  async changePassword(
    @Ctx() ctx: Context,
    @Arg("currentPassword", () => String) currentPassword: string,
    @Arg("newPassword", () => String) newPassword: string,
  ): Promise<boolean> {
    await changePassword(ctx, { currentPassword, newPassword });
    return true;
  }
}
