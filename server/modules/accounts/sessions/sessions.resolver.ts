import { Arg, Ctx, Directive, Mutation, Query, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { toUserItself, User } from "../user.graphql";
import { findUser } from "../users.store";
import { login } from "./login";
import { logout } from "./logout";
import { logoutEverywhere } from "./logout-everywhere";
import { reauthenticate } from "./reauthenticate";
import { refreshSession } from "./refresh-session";
import { AuthPayload, LoginInput, toAuthPayload } from "./sessions.graphql";

@Resolver()
export class SessionsResolver {
  @Query(() => User, { nullable: true, description: "The caller, or null without a session." })
  async me(@Ctx() ctx: Context): Promise<User | null> {
    const user = ctx.viewer && (await findUser(ctx, ctx.viewer.userId));
    return user && toUserItself(user);
  }

  @Mutation(() => AuthPayload, { description: "Sets the session in HttpOnly cookies, and returns the access token for clients that send it as a Bearer token." })
  @Directive('@rateLimit(max: 120, window: "1m")')
  async login(@Ctx() ctx: Context, @Arg("input", () => LoginInput) input: LoginInput): Promise<AuthPayload> {
    return toAuthPayload(await login(ctx, input));
  }

  @Mutation(() => AuthPayload, { description: "Rotates the refresh token in the caller's cookie. A reused one ends every session of its family." })
  @Directive('@rateLimit(max: 120, window: "1m")')
  async refreshSession(@Ctx() ctx: Context): Promise<AuthPayload> {
    return toAuthPayload(await refreshSession(ctx));
  }

  @Mutation(() => Boolean, { description: "A password given again, for what asks REAUTHENTICATION_REQUIRED." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  async reauthenticate(
    @Ctx() ctx: Context,
    @Arg("password", () => String) password: string,
    @Arg("secondFactor", () => String, { nullable: true }) _secondFactor?: string | null,
  ): Promise<boolean> {
    await reauthenticate(ctx, { password });
    return true;
  }

  @Mutation(() => Boolean, { description: "Ends the caller's session. Without one there is nothing to do." })
  async logout(@Ctx() ctx: Context): Promise<boolean> {
    await logout(ctx);
    return true;
  }

  @Mutation(() => Boolean, { description: "Ends every session of the caller, on all devices." })
  @Directive("@auth(requires: LEARNER)")
  async logoutEverywhere(@Ctx() ctx: Context): Promise<boolean> {
    await logoutEverywhere(ctx);
    return true;
  }
}
