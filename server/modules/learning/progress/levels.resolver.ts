import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";

import type { Context } from "../../../platform/context";
import { Plan } from "../../billing";
import { curriculum } from "../curriculum/curriculum";
import type { Level as CurriculumLevel } from "../curriculum/level";
import { Level, Track } from "../curriculum/level.graphql";
import { accessOf, isOpenTo } from "./access";
import { Progress } from "./progress.graphql";
import { progressOn } from "./progress.store";
import { suggestedLevel } from "./suggested-level";

const levelsOf = (ids: readonly string[]) => ids.flatMap((id) => curriculum.levelOf(id) ?? []);

@Resolver(() => Level)
export class LevelsResolver {
  @Query(() => [Track], { description: "The whole curriculum, in teaching order. Public." })
  tracks(): Track[] {
    return curriculum.tracks.map((track) => ({ ...track, levels: [...track.levels] }));
  }

  @Query(() => Level, { nullable: true })
  level(@Arg("id", () => ID) id: string): Level | null {
    return curriculum.levelOf(id);
  }

  @Directive("@auth(requires: LEARNER)")
  @Query(() => Level, { nullable: true, description: "What to practise next; null when everything open to the caller is passed." })
  suggestedLevel(@Ctx() ctx: Context): Promise<Level | null> {
    return suggestedLevel(ctx);
  }

  @FieldResolver(() => [Level], { description: "What must be passed before." })
  requires(@Root() level: CurriculumLevel): Level[] {
    return levelsOf(level.requires);
  }

  @FieldResolver(() => Plan, { description: "The plan that it takes." })
  plan(@Root() level: CurriculumLevel): Plan {
    return level.free ? Plan.FREE : Plan.PREMIUM;
  }

  @FieldResolver(() => Boolean, { description: "For the caller: may a practice of it be started now?" })
  async unlocked(@Root() level: CurriculumLevel, @Ctx() ctx: Context): Promise<boolean> {
    return isOpenTo(level, await accessOf(ctx));
  }

  @FieldResolver(() => Progress, { nullable: true, description: "The caller's own; null before the first practice." })
  async progress(@Root() level: CurriculumLevel, @Ctx() ctx: Context): Promise<Progress | null> {
    return ctx.viewer && progressOn(ctx, ctx.viewer.userId, level.id);
  }
}

@Resolver(() => Progress)
export class ProgressFieldsResolver {
  @FieldResolver(() => Level)
  level(@Root() progress: Progress): Level {
    const [level] = levelsOf([progress.levelId]);
    if (!level) throw new Error(`Progress on ${progress.levelId}, which is no longer taught, is not to be shown.`);
    return level;
  }
}
