import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root, UseMiddleware } from "type-graphql";

import type { Context } from "../../../platform/context";
import { pendingEmailOf } from "../mailed-links/mailed-tokens.store";
import { ofOneself, User } from "../user.graphql";
import { confirmEmailChange } from "./confirm-email-change";
import { requestEmailChange } from "./request-email-change";
import { undoEmailChange } from "./undo-email-change";

@Resolver(() => User)
export class EmailChangeResolver {
  @FieldResolver(() => String, { nullable: true, description: "The address that was asked for and has not confirmed yet." })
  @UseMiddleware(ofOneself)
  pendingEmail(@Root() user: User, @Ctx() ctx: Context): Promise<string | null> {
    return pendingEmailOf(ctx).load(user.id);
  }

  @Mutation(() => Boolean, { description: "Takes effect when the new address confirms; the old one is told, and can undo it for 7 days." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  async requestEmailChange(@Ctx() ctx: Context, @Arg("newEmail", () => String) newEmail: string, @Arg("password", () => String) password: string): Promise<boolean> {
    await requestEmailChange(ctx, { newEmail, password });
    return true;
  }

  @Mutation(() => Boolean, { description: "Makes the change, with the link mailed to the new address." })
  @Directive('@rateLimit(max: 20, window: "1m")')
  async confirmEmailChange(@Ctx() ctx: Context, @Arg("token", () => String) token: string): Promise<boolean> {
    await confirmEmailChange(ctx, { token });
    return true;
  }

  @Mutation(() => Boolean, { description: "Undoes the change, with the link mailed to the old address. Ends every session." })
  @Directive('@rateLimit(max: 20, window: "1m")')
  async undoEmailChange(@Ctx() ctx: Context, @Arg("token", () => String) token: string): Promise<boolean> {
    await undoEmailChange(ctx, { token });
    return true;
  }
}
