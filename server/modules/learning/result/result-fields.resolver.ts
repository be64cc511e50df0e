import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import type { Context } from "../../../platform/context";
import { Level } from "../curriculum/level.graphql";
import type { PracticeRecord } from "../practice/practices.store";
import { mistakesIn } from "../practice/reveal";
import { learningStats } from "../progress/learning-stats";
import { LearningStats, Progress } from "../progress/progress.graphql";
import { getProgressOn } from "../progress/progress.store";
import { levelAfter } from "../progress/suggested-level";
import { todayOf } from "../progress/today";
import { Mistake, PracticeResult } from "./result.graphql";

type Source = PracticeResult & { practice: PracticeRecord };

/** What a result tells besides the grade. */
@Resolver(() => PracticeResult)
export class ResultFieldsResolver {
  @FieldResolver(() => Progress)
  progress(@Root() { practice }: Source, @Ctx() ctx: Context): Promise<Progress> {
    return getProgressOn(ctx, practice.userId, practice.level.id);
  }

  @FieldResolver(() => LearningStats)
  async stats(@Root() { practice }: Source, @Ctx() ctx: Context): Promise<LearningStats> {
    return learningStats(ctx, practice.userId, await todayOf(ctx, practice.userId));
  }

  @FieldResolver(() => Level, { nullable: true, description: "What to go on with after a pass; null after a miss, or when all is passed." })
  async nextLevel(@Root() { practice, passed }: Source, @Ctx() ctx: Context): Promise<Level | null> {
    return passed ? levelAfter(ctx, practice.level) : null;
  }

  @FieldResolver(() => [Mistake], { description: "In the order of the questions; what was not answered is among them." })
  mistakes(@Root() { practice }: Source, @Ctx() ctx: Context): Promise<Mistake[]> {
    return mistakesIn(ctx, practice);
  }
}
