import { Arg, Ctx, Directive, Mutation, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { AuthPayload, toAuthPayload } from "../sessions/sessions.graphql";
import { register } from "./register";
import { RegisterInput, RegisterPayload } from "./registration.graphql";
import { resendVerification } from "./resend-verification";
import { verifyEmail } from "./verify-email";

@Resolver()
export class RegistrationResolver {
  @Mutation(() => RegisterPayload, { description: "The same answer whether or not the address is taken: the difference is told by e-mail only." })
  @Directive('@rateLimit(max: 60, window: "1m")')
  async register(@Ctx() ctx: Context, @Arg("input", () => RegisterInput) input: RegisterInput): Promise<RegisterPayload> {
    await register(ctx, input);
    return { message: "Please look into your mailbox: we have sent you a mail that says how to go on." };
  }

  @Mutation(() => AuthPayload, { description: "Confirms an address with the link mailed to it, and logs in whoever used the link." })
  @Directive('@rateLimit(max: 20, window: "1m")')
  async verifyEmail(@Ctx() ctx: Context, @Arg("token", () => String) token: string): Promise<AuthPayload> {
    return toAuthPayload(await verifyEmail(ctx, { token }));
  }

  @Mutation(() => Boolean, { description: "Another link to confirm an address. The same answer for every address." })
  @Directive('@rateLimit(max: 60, window: "1m")')
  async resendVerification(@Ctx() ctx: Context, @Arg("email", () => String) email: string): Promise<boolean> {
    await resendVerification(ctx, { email });
    return true;
  }
}
