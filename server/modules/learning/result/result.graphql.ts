import { Field, Float, Int, ObjectType } from "type-graphql";

import { Solution } from "../practice/answer.graphql";

@ObjectType({ description: "A question that was not answered right." })
export class Mistake {
  @Field(() => Int)
  index!: number;

  @Field(() => String)
  prompt!: string;

  @Field(() => String, { description: "What was answered, in words." })
  given!: string;

  @Field(() => Solution)
  solution!: Solution;

  @Field(() => String)
  explanation!: string;
}

@ObjectType({ description: "The grade of a finished practice, the same whenever it is asked for." })
export class PracticeResult {
  @Field(() => Float, { description: "Share of correct answers, partial credit included, 0 to 1." })
  score!: number;

  @Field(() => Boolean)
  passed!: boolean;

  @Field(() => Int, { description: "0 to 3." })
  stars!: number;

  @Field(() => Int, { description: "Questions answered right." })
  correct!: number;

  @Field(() => Int)
  questionCount!: number;

  @Field(() => Boolean, { description: "Better than every practice of the level before it." })
  newBest!: boolean;
}
