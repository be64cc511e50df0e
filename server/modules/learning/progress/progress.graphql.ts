import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Where a learner stands on a level: the best of all practices. Nothing reached is ever lost." })
export class Progress {
  @Field(() => ID)
  id!: string;

  @Field(() => Float, { name: "score", description: "Best share of correct answers, 0 to 1." })
  bestScore!: number;

  @Field(() => Boolean, { description: "Passed at least once." })
  completed!: boolean;

  @Field(() => Int, { description: "0 to 3: 1 for a pass, 2 from 90 %, 3 for nearly everything right and fluent." })
  stars!: number;

  @Field(() => Int, { description: "Practices finished." })
  attempts!: number;

  @Field(() => GraphQLDateTime)
  updatedAt!: Date;

  levelId!: string;
}

@ObjectType({ description: "Sums over all practices that a learner has finished." })
export class LearningStats {
  @Field(() => Int)
  practices!: number;

  @Field(() => Int)
  answers!: number;

  @Field(() => Float, { description: "Share of the answers that were right, 0 to 1; 0 before the first." })
  accuracy!: number;

  @Field(() => Int, { description: "Days in a row with a practice, in the learner's time zone; it lives through the day after the last one." })
  currentStreakDays!: number;

  @Field(() => Int)
  longestStreakDays!: number;

  @Field(() => Int)
  levelsCompleted!: number;

  @Field(() => Boolean, { description: "Whether today counts for the streak already." })
  practisedToday!: boolean;
}
