import { Field, Float, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "One step of a track: a dozen or so questions of one kind." })
export class Level {
  @Field(() => ID, { description: "Stable, e.g. IN03." })
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  description!: string;

  @Field(() => Int, { description: "1 for the first steps, to 6." })
  stage!: number;

  @Field(() => String, { description: "What is asked, e.g. note.read or interval.ear." })
  kind!: string;

  @Field(() => Int)
  questionCount!: number;

  @Field(() => Float, { description: "Share of correct answers that passes, 0 to 1." })
  passScore!: number;

  @Field(() => Int, { nullable: true, description: "Milliseconds for each question, from when it is handed out; null where there is no hurry." })
  timeLimitMs!: number | null;
}

@ObjectType({ description: "A way through one subject." })
export class Track {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  description!: string;

  @Field(() => [Level], { description: "In teaching order." })
  levels!: Level[];
}
