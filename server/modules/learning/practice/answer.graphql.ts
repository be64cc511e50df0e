import { Field, Float, ID, ObjectType } from "type-graphql";

import { Practice } from "./practice.graphql";

@ObjectType({ description: "An answer in the question's own form, to be seen and heard." })
export class Solution {
  @Field(() => [ID])
  choices!: string[];

  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true, description: "In ABC." })
  notation!: string | null;

  @Field(() => String, { nullable: true, description: "For the practising learner only." })
  audioUrl!: string | null;
}

@ObjectType()
export class AnswerResult {
  @Field(() => Boolean)
  correct!: boolean;

  @Field(() => Float, { description: "Partial credit, 0 to 1." })
  credit!: number;

  @Field(() => Boolean, { description: "Whether it kept the level's time; an answer that came too late is wrong." })
  inTime!: boolean;

  @Field(() => Solution, { nullable: true, description: "The learner's own answer." })
  given!: Solution | null;

  @Field(() => Solution, { description: "The right answer." })
  solution!: Solution;

  @Field(() => String, { description: "Why, from theory: what the right answer is, and how the given one differs." })
  explanation!: string;

  @Field(() => Practice)
  practice!: Practice;
}
