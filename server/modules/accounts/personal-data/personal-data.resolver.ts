import { Arg, Ctx, Directive, Mutation, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { deleteMyAccount } from "./delete-my-account";
import { exportMyData } from "./export-my-data";
import { DataExport } from "./personal-data.graphql";

@Resolver()
export class PersonalDataResolver {
  @Mutation(() => DataExport, { description: "Everything the product holds on the caller, as one JSON file behind a link for the caller only." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 5, window: "1h")')
  exportMyData(@Ctx() ctx: Context): Promise<DataExport> {
    return exportMyData(ctx);
  }

  @Mutation(() => Boolean, { description: "Deletes the caller's account and everything that belongs to it, at once and for good." })
  @Directive("@auth(requires: LEARNER)")
  @Directive('@rateLimit(max: 10, window: "1m")')
  async deleteMyAccount(@Ctx() ctx: Context, @Arg("password", () => String) password: string): Promise<boolean> {
    await deleteMyAccount(ctx, { password });
    return true;
  }
}
