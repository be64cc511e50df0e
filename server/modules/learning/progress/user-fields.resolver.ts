import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import type { Context } from "../../../platform/context";
import { User } from "../../accounts";
import { localDay } from "../progress.rules";
import { learningStats } from "./learning-stats";
import { LearningStats, Progress } from "./progress.graphql";
import { progressInOrder } from "./progress-in-order";

/** What learning adds to a user. */
@Resolver(() => User)
export class UserLearningResolver {
  @FieldResolver(() => [Progress], { description: "Every level tried, in teaching order." })
  progress(@Root() user: User, @Ctx() ctx: Context): Promise<Progress[]> {
    return progressInOrder(ctx, user.id);
  }

  @FieldResolver(() => LearningStats)
  stats(@Root() user: User, @Ctx() ctx: Context): Promise<LearningStats> {
    return learningStats(ctx, user.id, localDay(ctx.clock.now(), user.timeZone));
  }
}
