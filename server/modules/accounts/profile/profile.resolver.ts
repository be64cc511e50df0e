import { Arg, Ctx, Directive, Mutation, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { toUserItself, User } from "../user.graphql";
import { UpdateProfileInput } from "./profile.graphql";
import { setNewsletterOptIn } from "./set-newsletter-opt-in";
import { updateProfile } from "./update-profile";

@Resolver()
export class ProfileResolver {
  @Mutation(() => User, { description: "Changes what is given of the caller's profile, and leaves the rest." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 30, window: "1m")')
  async updateProfile(@Ctx() ctx: Context, @Arg("input", () => UpdateProfileInput) input: UpdateProfileInput): Promise<User> {
    return toUserItself(await updateProfile(ctx, input));
  }

  @Mutation(() => User, { description: "Whether the caller wants the newsletter." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  async setNewsletterOptIn(@Ctx() ctx: Context, @Arg("optIn", () => Boolean) optIn: boolean): Promise<User> {
    return toUserItself(await setNewsletterOptIn(ctx, { optIn }));
  }
}
